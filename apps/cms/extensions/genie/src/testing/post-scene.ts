import { randomUUID } from "node:crypto";
import type { PublishOutcome } from "@genie/schema";
import { Claim, ClaimAnswer, IntentAnswer, roles } from "@genie/schema";
import { call, createUser, stackUnderTest, type TestDatabase, type TestUser } from "@genie/testing";
import { expect, vi } from "vitest";

export type Creator = TestUser & { profile: string };
export type Row = Record<string, unknown>;

/** A creator with one account on the sandbox. */
export async function makeCreator(database: TestDatabase): Promise<Creator> {
  const user = await createUser({ role: roles.creator.id });
  return { ...user, profile: await makeProfile(database, user) };
}

/** An account that is connected, as far as the rows say. */
export async function makeProfile(
  database: TestDatabase,
  { id }: TestUser,
  platform = "sandbox",
): Promise<string> {
  const profile = randomUUID();
  await database.query(
    `insert into creator_profiles (id, user_id, platform, username, credentials)
     values ($1, $2, $3, $4, '{"sealed":"cb1.x"}')`,
    [profile, id, platform, `u${profile.slice(0, 8)}`],
  );
  return profile;
}

/** An entry of the library with a file that was prepared, of which only the row exists. */
export async function makeMedia(
  database: TestDatabase,
  { id: owner }: TestUser,
  { type = "image/png", bytes = 1000, kind = "image", isPrepared = true } = {},
): Promise<{ media: string; file: string }> {
  const [media, file] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into directus_files (id, storage, filename_disk, filename_download, type, filesize, owner,
       prepared_at, removed_metadata)
     values ($1::uuid, 'local', $1::uuid::text, 'picture.png', $2, $3, $4,
       case when $5 then clock_timestamp() end, case when $5 then '[]'::json end)`,
    [file, type, bytes, owner, isPrepared],
  );
  await database.query(
    `insert into scraped_media (id, user_id, media_type, file_id) values ($1, $2, $3, $4)`,
    [media, owner, kind, file],
  );
  return { media, file };
}

/**
 * A post that waits, due `inSeconds` from now, on an account of its own unless one is given: of an
 * account one post is sent at a time. No hook hears of it, so nothing wakes it by itself.
 */
export async function makePost(
  database: TestDatabase,
  creator: TestUser,
  { inSeconds = -1, ...columns }: { inSeconds?: number } & Row = {},
): Promise<string> {
  const row: Row = {
    id: randomUUID(),
    user_id: creator.id,
    creator_profile_id: columns["creator_profile_id"] ?? (await makeProfile(database, creator)),
    caption: "hello",
    status: "pending",
    ...columns,
  };
  const names = Object.keys(row);
  await database.query(
    `insert into scheduled_posts (${names.join(", ")}, scheduled_for)
     values (${names.map((_name, index) => `$${index + 1}`).join(", ")},
             date_trunc('milliseconds', clock_timestamp()) + ${inSeconds} * interval '1 second')`,
    Object.values(row),
  );
  return String(row["id"]);
}

/** Writes to a post as only the publisher may, such as to let time pass. */
export async function writeAsPublisher(
  database: TestDatabase,
  post: string,
  assignments: string,
): Promise<void> {
  await runAsPublisher(database, `update scheduled_posts set ${assignments} where id = $1`, post);
}

/** Removes people and all that is theirs, posts that are going out included. */
export async function dismiss(database: TestDatabase, ...people: TestUser[]): Promise<void> {
  for (const { id } of people) {
    await database.query("delete from directus_files where owner = $1", [id]);
    await runAsPublisher(database, "delete from directus_users where id = $1", id);
  }
}

async function runAsPublisher(database: TestDatabase, sql: string, id: string): Promise<void> {
  const client = await database.connect();
  try {
    await client.query("begin");
    await client.query("set local genie.writer = 'publisher'");
    await client.query(sql, [id]);
    await client.query("commit");
  } finally {
    client.release();
  }
}

export const postRow = async (database: TestDatabase, id: string): Promise<Row> =>
  one(database, "select * from scheduled_posts where id = $1", id);

/** The ledger of a post, oldest first. */
export const attemptsOf = async (database: TestDatabase, post: string): Promise<Row[]> =>
  all(database, "select * from publish_attempts where post_id = $1 order by generation, n", post);

/** The rows of `media_jobs` that stand for a post, oldest first. */
export const jobsOf = async (database: TestDatabase, post: string): Promise<Row[]> =>
  all(database, "select * from media_jobs where post_id = $1 order by created_at", post);

async function all(database: TestDatabase, sql: string, id: string): Promise<Row[]> {
  return (await database.query<Row>(sql, [id])).rows;
}

async function one(database: TestDatabase, sql: string, id: string): Promise<Row> {
  const [row] = await all(database, sql, id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row;
}

/** A call with the worker's token. */
export const asWorker = (path: string, body: object = {}) =>
  call("POST", path, { token: stackUnderTest().workerToken, body });

export async function claim(post: string): Promise<ClaimAnswer> {
  return ClaimAnswer.parse(await dataOf("/publishing/claim", { post_id: post }));
}

/** Claims a post that is known to be free and due. */
export async function claimed(post: string): Promise<Claim> {
  const answer = await claim(post);
  expect(answer.kind).toBe("claimed");
  return answer.kind === "claimed" ? answer.claim : Claim.parse(null);
}

export async function intend(of: Claim): Promise<IntentAnswer> {
  return IntentAnswer.parse(await dataOf("/publishing/intent", refOf(of)));
}

/** Claims a post and goes as far as the moment in which its request is out. */
export async function sending(post: string): Promise<Claim> {
  const taken = await claimed(post);
  expect(await intend(taken)).toMatchObject({ kind: "send" });
  return taken;
}

export async function renew(of: Claim): Promise<boolean> {
  const answer = (await dataOf("/publishing/renew", refOf(of))) as { renewed: boolean };
  return answer.renewed;
}

export async function report(of: Claim, outcome: PublishOutcome): Promise<string | null> {
  const answer = await dataOf("/publishing/outcome", { ...refOf(of), outcome });
  return (answer as { status: string | null }).status;
}

/** What a reconcile hands out of the posts that the test knows. */
export async function reconcile(...posts: string[]): Promise<Claim[]> {
  const { claims } = (await dataOf("/publishing/reconcile", { limit: 50 })) as {
    claims: unknown[];
  };
  return claims.map((taken) => Claim.parse(taken)).filter(({ post_id: id }) => posts.includes(id));
}

/** As `reconcile`, until it is the post's turn: while a hook looks at a post it is passed over. */
export async function takeOver(post: string): Promise<Claim> {
  return vi.waitFor(
    async () => {
      const [taken] = await reconcile(post);
      return Claim.parse(taken);
    },
    { timeout: 10_000, interval: 20 },
  );
}

export const refOf = ({ post_id, claim_token }: Claim) => ({ post_id, claim_token });

async function dataOf(path: string, body: object): Promise<unknown> {
  const { status, data, text } = await asWorker(path, body);
  expect([path, status, text]).toEqual([path, 200, text]);
  return data;
}

/** What a platform said of a post that it took. */
export const proof = {
  kind: "published",
  platform_post_id: "p-1",
  permalink: "http://sandbox.localhost/p/1",
  published_at: null,
} as const;
/** What is reported when it said nothing. */
export const noAnswer = { kind: "unknown", sentence: "The platform did not answer." } as const;
/** What a look-up reports that found none. */
export const nothing = { kind: "not_found" } as const;
