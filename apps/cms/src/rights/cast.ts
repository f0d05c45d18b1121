import { randomUUID } from "node:crypto";
import { createApiToken } from "@genie/crypto";
import { type ApiTokenScope, roles } from "@genie/schema";
import { call, createUser, someAddress, stackUnderTest, type TestDatabase } from "@genie/testing";
import { makeOwnRows, type OwnRows } from "./own-rows-of.ts";
import type { Caller } from "./probe.ts";
import type { ProbedCollection } from "./probed-collection.ts";

export type Actor = { caller: Caller; me: OwnRows; victim: OwnRows };

/** One of each kind of caller, with rows of their own, and whose rows each goes for. */
export async function makeCast(
  database: TestDatabase,
  collections: ReadonlyMap<string, ProbedCollection>,
): Promise<Actor[]> {
  const [alice, bob, viewer, reader, writer, browser] = await Promise.all([
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.viewer.id }),
    makeProgram(database, ["read"]),
    makeProgram(database, ["read", "write"]),
    makeProgram(database, ["capture"]),
  ]);
  const own = (user: string, year: number) => makeOwnRows(database, collections, { user, year });
  const [hers, his, readers, writers, browsers] = await Promise.all([
    own(alice.id, 2191),
    own(bob.id, 2197),
    own(reader.user, 2192),
    own(writer.user, 2193),
    own(browser.user, 2194),
  ]);
  const against = { victim: his };
  return [
    { caller: { kind: "creator", ...alice }, me: hers, ...against },
    { caller: { kind: "other creator", ...bob }, me: his, victim: hers },
    { caller: { kind: "viewer", ...viewer }, me: nobody(viewer.id), ...against },
    {
      caller: { kind: "stranger" },
      me: nobody(""),
      ...against,
    },
    { caller: { kind: "reading program", ...reader }, me: readers, ...against },
    { caller: { kind: "writing program", ...writer }, me: writers, ...against },
    { caller: { kind: "paired browser", ...browser }, me: browsers, ...against },
  ];
}

/** Who sees the rows of everybody: our own service, and administrators. They go for a creator's. */
export function overseers(creator: OwnRows): Actor[] {
  const { workerToken, adminToken } = stackUnderTest();
  const common = { me: creator, victim: unheardOf };
  return [
    { caller: { kind: "worker", token: workerToken, address: someAddress() }, ...common },
    { caller: { kind: "administrator", token: adminToken, address: someAddress() }, ...common },
  ];
}

/** Nothing of whose is anywhere. */
const unheardOf: OwnRows = {
  user: randomUUID(),
  marker: randomUUID(),
  number: 2_000_000_011,
  year: 9876,
  ids: new Map(),
};

/** Who has no rows. */
const nobody = (user: string): OwnRows => ({
  user,
  marker: "nobody",
  number: 0,
  year: 0,
  ids: new Map(user === "" ? [] : [["directus_users", user]]),
});

/** Removes the people and all that is theirs. */
export async function dismissCast(database: TestDatabase, cast: readonly Actor[]): Promise<void> {
  const users = cast.map(({ me }) => me.user).filter((user) => user !== "");
  await database.query("delete from directus_files where owner = any($1)", [users]);
  await database.query("delete from directus_users where id = any($1)", [users]);
}

async function makeProgram(database: TestDatabase, scopes: ApiTokenScope[]) {
  const address = someAddress();
  const made = await call("POST", "/users", {
    token: stackUnderTest().adminToken,
    body: { first_name: "Program's owner", role: roles.creator.id, status: "active" },
  });
  const { id: user } = made.data as { id: string };
  const { token, hash, hint } = createApiToken();
  await database.query(
    `insert into api_tokens (id, user_id, name, hash, hint, scopes, expires_at)
     values (gen_random_uuid(), $1, 'a program', $2, $3, $4, now() + interval '1 hour')`,
    [user, hash, hint, JSON.stringify(scopes)],
  );
  return { user, token, address };
}
