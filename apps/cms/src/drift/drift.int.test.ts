import { randomUUID } from "node:crypto";
import { dimensions, flows, permissions, policies, roles, serviceUsers } from "@genie/schema";
import { call, openDatabase, stackUnderTest } from "@genie/testing";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminApi } from "../apply/client.ts";
import { runCmsProgram } from "./cms-program.ts";
import { findDrift } from "./find-drift.ts";

/** By SQL, or through the interface as the set-up service. */
type Step = string | (() => Promise<unknown>);
type Change = { what: string; make: Step; line: RegExp };

const { databaseUrl, directusUrl, adminToken } = stackUnderTest();
const adminPolicy = randomUUID();
const api = adminApi({ DIRECTUS_URL: directusUrl, DIRECTUS_ADMIN_TOKEN: adminToken });

/** What the code does not know is reported, and is the operator's to remove. */
const foreign: (Change & { undo: Step })[] = [
  {
    what: "a table",
    make: "create table handmade (id int)",
    undo: "drop table handmade",
    line: /^database: table handmade is not in the code$/,
  },
  {
    what: "a column",
    make: "alter table saved_views add column handmade text",
    undo: "alter table saved_views drop column handmade",
    line: /^database: column saved_views\.handmade is not in the code$/,
  },
  {
    what: "a column of Directus' own",
    make: "alter table directus_users add column handmade text",
    undo: "alter table directus_users drop column handmade",
    line: /^database: column directus_users\.handmade is not in the code$/,
  },
  {
    what: "an index",
    make: "create index handmade on saved_views (name)",
    undo: "drop index handmade",
    line: /^database: index handmade is not in the code$/,
  },
  {
    what: "a constraint",
    make: "alter table saved_views add constraint handmade check (sort < 5) not valid",
    undo: "alter table saved_views drop constraint handmade",
    line: /^database: constraint saved_views\.handmade is not in the code$/,
  },
  {
    what: "a function",
    make: "create function handmade() returns trigger language plpgsql as 'begin return new; end'",
    undo: "drop function handmade()",
    line: /^database: function handmade is not in the code$/,
  },
  {
    what: "a trigger",
    make: `create function handmade() returns trigger language plpgsql as 'begin return new; end';
           create trigger handmade before update on saved_views for each row execute function handmade()`,
    undo: "drop function handmade() cascade",
    line: /^database: trigger saved_views\.handmade is not in the code$/,
  },
  {
    what: "a view",
    make: "create view handmade as select email from directus_users",
    undo: "drop view handmade",
    line: /^database: table handmade is not in the code$/,
  },
  {
    what: "a materialized view",
    make: "create materialized view handmade as select email from directus_users",
    undo: "drop materialized view handmade",
    line: /^database: table handmade is not in the code$/,
  },
  {
    what: "a schema",
    make: "create schema handmade",
    undo: "drop schema handmade",
    line: /^database: schema handmade is not in the code$/,
  },
  {
    what: "a type",
    make: "create type handmade as enum ('a')",
    undo: "drop type handmade",
    line: /^database: type handmade is not in the code$/,
  },
  {
    what: "a rule",
    make: "create rule handmade as on update to saved_views do also nothing",
    undo: "drop rule handmade on saved_views",
    line: /^database: rule saved_views\.handmade is not in the code$/,
  },
  {
    what: "a grant on a table",
    make: "grant select on platform_sessions to public",
    undo: "revoke select on platform_sessions from public",
    line: /^database: grant on platform_sessions to everybody is not in the code$/,
  },
  {
    what: "a grant on a column",
    make: "grant select (password) on directus_users to public",
    undo: "revoke select (password) on directus_users from public",
    line: /^database: grant on directus_users\.password to everybody is not in the code$/,
  },
  {
    what: "a change of Directus' own constraint",
    make: "alter table directus_users alter column status drop not null",
    undo: "alter table directus_users alter column status set not null",
    line: /^database: column directus_users\.status of Directus was changed/,
  },
  {
    what: "a collection",
    make: () => api("POST", "/collections", { collection: "handmade", schema: {}, meta: {} }),
    undo: () => api("DELETE", "/collections/handmade"),
    line: /^data model: handmade is not in the code$/,
  },
];

/** What the code defines is reported, and `apply` puts it right. */
const ours: Change[] = [
  {
    what: "a unique key that is gone",
    make: "alter table saved_views drop constraint saved_views_user_id_page_name_key",
    line: /^database: constraint saved_views\.saved_views_user_id_page_name_key is missing$/,
  },
  {
    what: "a check that was weakened under the same name",
    make: `alter table scheduled_posts drop constraint scheduled_posts_time_set_check;
           alter table scheduled_posts add constraint scheduled_posts_time_set_check check (true)`,
    line: /^database: constraint scheduled_posts_time_set_check is not as the code defines it$/,
  },
  {
    what: "an index that was made anew otherwise",
    make: `drop index scraped_media_user_id_published_at_idx;
           create index scraped_media_user_id_published_at_idx on scraped_media (user_id)`,
    line: /^database: index scraped_media_user_id_published_at_idx is not as the code defines it$/,
  },
  {
    what: "a column of a side table that may be empty now",
    make: "alter table library_entries alter column likes drop not null",
    line: /^database: table library_entries is not as the code defines it$/,
  },
  {
    what: "an index of a side table that is gone",
    make: "drop index library_entries_words",
    line: /^database: index library_entries_words is missing$/,
  },
  {
    what: "a trigger that is switched off",
    make: "alter table scheduled_posts disable trigger genie_guard_post",
    line: /^database: trigger genie_guard_post is not as the code defines it$/,
  },
  {
    what: "a trigger that only fires for replicas",
    make: "alter table scheduled_posts_media enable replica trigger genie_guard_post_media",
    line: /^database: trigger genie_guard_post_media is not as the code defines it$/,
  },
  {
    what: "a function with another body",
    make: "create or replace function genie_guard_post() returns trigger language plpgsql as 'begin return new; end'",
    line: /^database: function genie_guard_post is not as the code defines it$/,
  },
  {
    what: "a function with another owner's rights",
    make: "alter function genie_guard_post_media() security definer",
    line: /^database: function genie_guard_post_media is not as the code defines it$/,
  },
  {
    what: "a column that may be empty now",
    make: "alter table saved_views alter column page drop not null",
    line: /^data model: saved_views\.page \(.*is_nullable/,
  },
  {
    what: "a collection whose words are to leave no trace, and that is written down again",
    make: () => api("PATCH", "/collections/conversations", { meta: { accountability: "all" } }),
    line: /^data model: conversations \(meta\.accountability: "all" should be null\)$/,
  },
  {
    what: "a permission with more fields",
    make: () => changePermission("creator_profiles", { fields: ["*"] }),
    line: /^rights: permission differs: Creator: read own rows, read creator_profiles$/,
  },
  {
    what: "a permission for all rows",
    make: () => changePermission("fan_profiles", { permissions: {} }),
    line: /^rights: permission differs: Creator: read own rows, read fan_profiles$/,
  },
  {
    what: "a permission that is gone",
    make: async () => api("DELETE", `/permissions/${await readPermission("saved_views")}`),
    line: /^rights: permission is missing: Creator: read own rows, read saved_views$/,
  },
  {
    what: "a permission too many",
    make: () =>
      api("POST", "/permissions", {
        policy: policies.viewer.id,
        collection: "creator_profiles",
        action: "read",
        fields: ["*"],
      }),
    line: /^rights: permission is not in the code: Viewer: public data, read creator_profiles$/,
  },
  {
    what: "a permission for strangers",
    make: () =>
      api("POST", "/permissions", {
        policy: "abf8a154-5b1c-4a46-ac9c-7300570f4f17",
        collection: "fan_profiles",
        action: "read",
        fields: ["*"],
      }),
    line: /^rights: permission is not in the code: abf8a154-.*, read fan_profiles$/,
  },
  {
    what: "a permission that is there twice",
    make: () => api("POST", "/permissions", permissions[0]),
    line: /^rights: permission is there twice: /,
  },
  {
    what: "a policy that is granted to a role",
    make: () => api("POST", "/access", { role: roles.viewer.id, policy: policies.creatorReads.id }),
    line: /^rights: policy .* is granted to .*, the code does not$/,
  },
  {
    what: "an administrator's policy for everybody",
    make: async () => {
      await api("POST", "/policies", { id: adminPolicy, name: "handmade", admin_access: true });
      await api("POST", "/access", { role: null, user: null, policy: adminPolicy });
    },
    line: new RegExp(`^rights: policy ${adminPolicy} is granted to everybody, the code does not$`),
  },
  {
    what: "a policy with an administrator's rights",
    make: () => api("PATCH", `/policies/${policies.viewer.id}`, { admin_access: true }),
    line: /^rights: policy Viewer: public data: admin_access$/,
  },
  {
    what: "a role with another name",
    make: () => api("PATCH", `/roles/${roles.creator.id}`, { name: "Renamed" }),
    line: /^rights: role Creator: name$/,
  },
  {
    what: "a role that inherits another's policies",
    make: () => api("PATCH", `/roles/${roles.viewer.id}`, { parent: roles.creator.id }),
    line: /^rights: role Viewer: parent$/,
  },
  {
    what: "a service that can sign in with a password",
    make: () =>
      api("PATCH", `/users/${serviceUsers.worker.id}`, {
        email: "worker@example.com",
        password: "quiet marble lantern seven",
      }),
    line: /^rights: service user Worker: email, password$/,
  },
  {
    what: "a setting",
    make: () => api("PATCH", "/settings", { storage_asset_transform: "all" }),
    line: /^settings: storage_asset_transform$/,
  },
  {
    what: "a seeded row",
    make: () =>
      api("PATCH", `/items/taxonomy_dimensions/${dimensions[0].id}`, { concept_name: "Renamed" }),
    line: /^seed: taxonomy_dimensions: intimacy-level differs$/,
  },
  {
    what: "a flow",
    make: () => api("PATCH", `/flows/${flows[0]?.id}`, { description: "Rewritten." }),
    line: /^flows: flow .*: description$/,
  },
];

describe("drift", () => {
  const database = openDatabase();
  const connection = new Client(databaseUrl);
  const drift = () => findDrift(api, connection);
  const run = (step: Step): Promise<unknown> =>
    typeof step === "string" ? database.query(step) : step();

  beforeAll(async () => {
    await connection.connect();
  });
  afterAll(async () => {
    await runCmsProgram("apply.ts");
    await database.query("delete from directus_policies where id = $1", [adminPolicy]);
    await connection.end();
    await database.end();
  });

  it("is none on a running stack, which says so and ends with 0", async () => {
    expect(await drift()).toEqual([]);
    expect(await runCmsProgram("drift.ts")).toEqual({
      code: 0,
      output: "No drift: the database is what the code says.\n",
      errors: "",
    });
  });

  it("applying what is applied changes nothing", async () => {
    for (let times = 0; times < 2; times += 1) {
      const { code, output } = await runCmsProgram("apply.ts");
      expect([code, JSON.parse(output)]).toEqual([
        0,
        {
          applied: {
            schema: 0,
            database: 0,
            history: 0,
            images: 0,
            settings: 0,
            access: 0,
            seed: 0,
            tags: 0,
            flows: 0,
            panel: 0,
            keys: 0,
          },
        },
      ]);
    }
  });

  it.each(foreign)("$what that was made by hand is reported", async (change) => {
    try {
      await run(change.make);
      expect(await drift()).toContainEqual(expect.stringMatching(change.line));
    } finally {
      await run(change.undo);
    }
  });

  it("what was made by hand and removed leaves nothing to report", async () => {
    expect(await drift()).toEqual([]);
  });

  it("each change of what the code defines is reported, and one apply puts all of them right", async () => {
    try {
      for (const { make } of ours) await run(make);
      const lines = await drift();
      const silent = ours.filter(({ line }) => !lines.some((text) => line.test(text)));
      expect(silent.map(({ what }) => what)).toEqual([]);
    } finally {
      expect(await runCmsProgram("apply.ts")).toMatchObject({ code: 0, errors: "" });
    }
    expect(await drift()).toEqual([]);
    // The side table was made anew, and has a row for whatever was there.
    const { rows } = await database.query(
      "select count(*)::int as missing from scraped_media m where not exists (select from library_entries e where e.id = m.id)",
    );
    expect(rows).toEqual([{ missing: 0 }]);
  });

  it("ends with 1 and names each difference", async () => {
    try {
      await database.query("create table handmade (id int)");
      const { code, output } = await runCmsProgram("drift.ts");
      expect(code).toBe(1);
      expect(output).toMatch(/^database: column handmade\.id is not in the code\n/);
      expect(output).toContain("database: table handmade is not in the code\n");
      expect(output).toContain("2 differences.");
    } finally {
      await database.query("drop table handmade");
    }
  });

  it("apply deletes no collection unasked, and says how to", async () => {
    try {
      await api("POST", "/collections", { collection: "handmade", schema: {}, meta: {} });
      const { code, errors } = await runCmsProgram("apply.ts");
      expect([code, errors]).toEqual([1, expect.stringContaining("handmade is not in the code")]);
      expect(errors).toContain("--allow-delete");
      const { status } = await call("GET", "/items/handmade", { token: adminToken });
      expect(status).toBe(200);
      const asked = await runCmsProgram("apply.ts", { args: ["--allow-delete"] });
      expect(asked.code).toBe(0);
    } finally {
      await database.query("drop table if exists handmade");
    }
    expect(await drift()).toEqual([]);
  });
});

async function changePermission(collection: string, change: object): Promise<unknown> {
  return api("PATCH", `/permissions/${await readPermission(collection)}`, change);
}

/** The creator's permission to read that collection. */
async function readPermission(collection: string): Promise<number> {
  const query = `filter[policy][_eq]=${policies.creatorReads.id}&filter[collection][_eq]=${collection}`;
  const [found] = await api<{ id: number }[]>("GET", `/permissions?${query}`);
  if (!found) throw new Error(`Creators may not read ${collection}.`);
  return found.id;
}
