import { randomUUID } from "node:crypto";
import { agentTools } from "@genie/agent-tools";
import { roles } from "@genie/schema";
import { createUser, openDatabase } from "@genie/testing";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Agent, connectAgent, sayingOf } from "./testing/connect-agent.ts";
import { createToken } from "./testing/create-token.ts";
import { mcpUrl } from "./testing/mcp-url.ts";

const calls = 300;
/** In every text of another creator, and in no answer. */
const marker = `m${randomUUID().replaceAll("-", "")}`;
const theirs = { view: randomUUID(), media: randomUUID(), file: randomUUID() };

const ids = fc.constantFrom(
  ...Object.values(theirs),
  "",
  "../users/me",
  "1 or 1=1",
  "%2e%2e%2fusers",
  randomUUID(),
  "x".repeat(5_000),
);
const collections = fc.constantFrom(
  "saved_views",
  "scraped_media",
  "api_tokens",
  "sealing_keys",
  "directus_users",
  "directus_settings",
  "../users",
  "__proto__",
  "",
);
const fields = fc.constantFrom(
  "*",
  "*.*.*",
  "user_id",
  "user_id.password",
  "user_id.tfa_secret",
  "hash",
  "credentials",
  "id",
  "name",
  "caption",
  "$thumbnail",
  "count(files)",
  "constructor",
);
const leaf = fc.oneof(
  fc.constantFrom(marker, "$CURRENT_USER", "$CURRENT_USER.password", "' OR 1=1 --", null, 1, true),
  fc.jsonValue({ maxDepth: 1 }),
);
const condition = fc.dictionary(
  fc.constantFrom("_eq", "_neq", "_in", "_contains", "_nnull", "_regex", "_some", "_or", "x"),
  leaf,
);
const filter = fc.oneof(
  fc.dictionary(fields, fc.oneof(condition, leaf)),
  fc.record({
    _or: fc.array(fc.dictionary(fields, fc.oneof(condition, fc.dictionary(fields, condition))), {
      maxLength: 3,
    }),
  }),
  fc.jsonValue(),
);
const row = fc.dictionary(
  fc.constantFrom("user_id", "name", "page", "query", "id", "credentials", "status", "role"),
  fc.oneof(leaf, fc.constantFrom(...Object.values(theirs))),
);
const wrong = fc.oneof(fc.jsonValue(), fc.string({ maxLength: 3_000 }));

/** Near enough to what the tools take to get past the first look, and wrong somewhere. */
const input = fc.record(
  {
    collection: fc.oneof(collections, wrong),
    id: fc.oneof(ids, wrong),
    fields: fc.oneof(fc.array(fields, { maxLength: 4 }), wrong),
    filter,
    sort: fc.oneof(fc.array(fields, { maxLength: 2 }), wrong),
    search: fc.oneof(fc.constant(marker), wrong),
    limit: fc.oneof(fc.constantFrom(1, 100, 0, -1, 101, 1e9, "1"), wrong),
    cursor: wrong,
    count: fc.boolean(),
    data: fc.oneof(row, wrong),
    flow: fc.oneof(ids, fc.constantFrom("post-create", "no-such-flow"), wrong),
    params: fc.oneof(fc.dictionary(fc.string(), leaf), wrong),
    keys: fc.oneof(fc.array(ids, { maxLength: 3 }), wrong),
    access_token: wrong,
  },
  { requiredKeys: [] },
);

describe("malformed calls", () => {
  const database = openDatabase();
  let agent: Agent;
  let other: string;

  beforeAll(async () => {
    const [creator, victim] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id, first_name: marker }),
    ]);
    other = victim.id;
    agent = await connectAgent(mcpUrl, (await createToken(creator, ["read", "write"])).token);
    await database.query(
      `insert into saved_views (id, user_id, page, name, query) values ($1, $2, 'library', $3, '{}')`,
      [theirs.view, other, marker],
    );
    await database.query(
      `insert into scraped_media (id, user_id, media_type, caption, source) values ($1, $2, 'image', $3, 'uploaded')`,
      [theirs.media, other, marker],
    );
    await database.query(
      `insert into directus_files (id, storage, filename_download, title, owner) values ($1, 'local', $2, $2, $3)`,
      [theirs.file, marker, other],
    );
  });
  afterAll(async () => {
    await agent.close();
    await database.end();
  });

  it("are answered with a sentence, and neither show nor change anything of others", async () => {
    const before = await rowsOf();
    const tools = agentTools.map(({ name, input: taken }) => ({
      name,
      keys: Object.keys(taken.shape),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tools),
        input,
        fc.boolean(),
        async ({ name, keys }, given, onlyKnown) => {
          const sent = onlyKnown
            ? Object.fromEntries(Object.entries(given).filter(([key]) => keys.includes(key)))
            : given;
          const called = await agent.call(name, sent);
          const { text, failed } = called;
          expect(sayingOf(called)).toMatch(failed ? /^\S[\s\S]*\.$/ : /^\{/);
          expect(text).not.toMatch(/went wrong on our side|\bat \S+\.[jt]s:|select .* from/i);
          // What was sent may come back in an error; what is another's may not.
          const mayEcho = failed && JSON.stringify(sent).includes(marker);
          expect(!mayEcho && text.includes(marker)).toBe(false);
          expect(text).not.toContain(other);
        },
      ),
      { numRuns: calls, endOnFailure: true },
    );
    expect(await rowsOf()).toEqual(before);
    // It is still there for the next one.
    expect((await agent.call("get-me")).failed).toBe(false);
  });

  async function rowsOf(): Promise<unknown[]> {
    const { rows } = await database.query(
      `select 'view' as kind, to_jsonb(v) as row from saved_views v where user_id = $1
       union all select 'media', to_jsonb(m) - array['taxonomy_concepts', 'classified_at', 'date_updated'] from scraped_media m where user_id = $1
       union all select 'file', to_jsonb(f) from directus_files f where owner = $1
       union all select 'user', to_jsonb(u) from directus_users u where id = $1`,
      [other],
    );
    return rows;
  }
});
