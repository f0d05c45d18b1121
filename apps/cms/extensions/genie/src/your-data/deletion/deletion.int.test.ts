import { readdirSync } from "node:fs";
import { DeletionStatus, ownership } from "@genie/schema";
import { call, openDatabase, signIn, stackUnderTest, tracesOf } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makePersonWithEverything,
  type PersonWithEverything,
} from "../../testing/person-with-everything.ts";

const { adminToken, workerToken, uploadsFolder } = stackUnderTest();
const database = openDatabase();
let bob: PersonWithEverything;

beforeAll(async () => {
  bob = await makePersonWithEverything(database);
});
afterAll(async () => {
  await database.end();
});

const phrase = "delete everything";
const ask = (who: PersonWithEverything, body: object) =>
  call("POST", "/your-data/deletion", { token: who.token, from: who.address, body });

const byOperator = (user: string | undefined) =>
  call("POST", "/your-data/deletion", { token: adminToken, body: { user } });

async function statusOf(ticket: string): Promise<DeletionStatus> {
  // Nobody is signed in any more.
  return DeletionStatus.parse((await progressOf(ticket)).data);
}

// No path has the ticket, which would stand in the logs of every proxy.
const progressOf = (ticket: string) =>
  call("POST", "/your-data/deletion/progress", { body: { ticket } });

/** As Directus tells somebody that she was mentioned. */
async function noteFrom({ id, email }: PersonWithEverything, recipient: string): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into directus_notifications (recipient, sender, subject, message)
     select $1, u.id, 'A comment', 'Hello!' || E'\\n\\n' ||
            coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), $3) ||
            ' has mentioned you in a comment.'
       from directus_users u where u.id = $2
     returning id`,
    [recipient, id, email],
  );
  return rows[0]?.id ?? 0;
}

async function noteWith(id: number): Promise<unknown> {
  const text = "select sender, subject, message from directus_notifications where id = $1";
  return (await database.query(text, [id])).rows[0];
}

const tablesWith = async (text: string) =>
  (await tracesOf(database, text)).filter((place) => place.startsWith("table"));
const storedOf = (file: string) =>
  readdirSync(uploadsFolder).filter((name) => name.startsWith(file));

describe("a deletion", () => {
  it("leaves no row with her id or a word of hers, no file, and everything of others", async () => {
    const alice = await makePersonWithEverything(database);
    const { marker } = alice.rows;
    // What others and Directus write down of what is hers.
    const as = { token: alice.token, from: alice.address };
    const view = alice.rows.ids.get("saved_views");
    const changed = await call("PATCH", `/items/saved_views/${view}`, {
      ...as,
      body: { name: `${marker} again` },
    });
    expect(changed.status).toBe(200);
    const gone = await call("POST", "/items/saved_views", {
      ...as,
      body: { page: "x", name: `${marker} gone`, query: {} },
    });
    await call("DELETE", `/items/saved_views/${(gone.data as { id: string }).id}`, as);
    const planned = await call("POST", "/items/scheduled_posts", {
      ...as,
      body: {
        creator_profile_id: alice.rows.ids.get("creator_profiles"),
        caption: marker,
        status: "pending",
        scheduled_for: "2031-01-01T00:00:00Z",
      },
    });
    expect([planned.status, planned.text]).toEqual([200, planned.text]);
    // Prepared for the library: its small pictures lie beside it.
    await expect.poll(() => storedOf(alice.file.id).length).toBe(4);
    expect(await tablesWith(marker)).toContain("table public.directus_revisions");
    const note = await noteFrom(alice, bob.id);
    const others = await countsOf(bob.id);

    const { data, text, status } = await ask(alice, { current: alice.password, phrase });
    expect([status, text]).toEqual([200, text]);
    const { ticket } = data as { ticket: string };
    expect((await call("GET", "/users/me", { token: alice.token })).status).toBe(401);
    await expect(signIn(alice)).rejects.toThrow("refused");
    await expect.poll(async () => (await statusOf(ticket)).status).toBe("completed");

    const { removed } = await statusOf(ticket);
    expect(removed).toMatchObject({
      posts_stopped: 1,
      posts_under_way: 0,
      scheduled_posts: 2,
      directus_files: 2,
    });
    for (const name of ownership.keys())
      expect([name, removed[name]]).not.toEqual([name, undefined]);
    expect(await tablesWith(alice.id)).toEqual([]);
    expect(await tablesWith(marker)).toEqual([]);
    expect(await tablesWith(alice.email)).toEqual([]);
    expect(storedOf(alice.file.id)).toEqual([]);
    expect(await countsOf(bob.id)).toEqual(others);
    expect(storedOf(bob.file.id).length).toBeGreaterThan(0);
    expect(await noteWith(note)).toEqual({
      sender: null,
      subject: "A comment",
      message: "Hello!\n\nSomebody who is gone has mentioned you in a comment.",
    });
  });

  it("is for her alone, with her password and the phrase, or the operator", async () => {
    const attempts: [string, object, number][] = [
      [bob.token, { current: "not it", phrase }, 400],
      [bob.token, { current: bob.password, phrase: "delete" }, 400],
      [bob.token, { current: bob.password }, 400],
      [bob.token, { user: bob.id }, 403],
      [workerToken, { user: bob.id }, 403],
      [workerToken, { current: bob.password, phrase }, 403],
    ];
    for (const [token, body, expected] of attempts) {
      const { status } = await call("POST", "/your-data/deletion", { token, body });
      expect([body, status]).toEqual([body, expected]);
    }
    expect((await progressOf("nothing")).status).toBe(403);
    await signIn(bob);
  });

  it("refuses to take the last administrator and a service of ours", async () => {
    const { rows } = await database.query<{ id: string }>(
      `select u.id from directus_users u join directus_access a on a.role = u.role
         join directus_policies p on p.id = a.policy
        where p.admin_access and u.status = 'active'`,
    );
    const [admin, ...more] = rows;
    await database.query("update directus_users set status = 'suspended' where id = any($1)", [
      more.map(({ id }) => id),
    ]);
    const last = await byOperator(admin?.id);
    await database.query("update directus_users set status = 'active' where id = any($1)", [
      more.map(({ id }) => id),
    ]);
    expect([last.status, last.errors[0]?.message]).toEqual([
      409,
      expect.stringContaining("only administrator"),
    ]);
    expect((await byOperator("6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c3001")).status).toBe(404);
  });

  it("that was cut off goes on with the next sweep, to the end", async () => {
    const carol = await makePersonWithEverything(database);
    // Whatever ends in its middle: her accounts, which go after what is on them, can't be removed.
    await database.query(
      `create function test_hold_accounts() returns trigger language plpgsql as $$ begin
         if old.user_id = '${carol.id}' then raise exception 'cut off'; end if; return old; end $$;
       create trigger test_hold_accounts before delete on creator_profiles for each row execute function test_hold_accounts()`,
    );
    let ticket = "";
    try {
      ({ ticket } = (await byOperator(carol.id)).data as { ticket: string });
      await expect.poll(async () => (await countsOf(carol.id))["scheduled_posts"]).toBe(0);
      await expect
        .poll(async () => {
          const { rows } = await database.query(
            "select error from account_deletions where person = $1",
            [carol.id],
          );
          return rows;
        })
        .toEqual([{ error: expect.stringContaining("tried again") }]);
      expect((await statusOf(ticket)).status).toBe("running");
    } finally {
      await database.query("drop function test_hold_accounts cascade");
    }
    await expect
      .poll(
        async () => {
          await call("POST", "/jobs/sweep", { token: workerToken, body: {} });
          return (await statusOf(ticket)).status;
        },
        { timeout: 60_000 },
      )
      .toBe("completed");
    const { removed } = await statusOf(ticket);
    expect(removed).toMatchObject({ scheduled_posts: 1, fan_profiles: 1, directus_files: 2 });
    expect(await tablesWith(carol.id)).toEqual([]);
    expect(await tablesWith(carol.rows.marker)).toEqual([]);
    expect(storedOf(carol.file.id)).toEqual([]);
  });
});

/** How many rows of each collection are somebody's. */
async function countsOf(user: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, { ownerField }] of ownership) {
    const { rows } = await database.query<{ count: string }>(
      `select count(*) from ${name} where ${ownerField} = $1`,
      [user],
    );
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}
