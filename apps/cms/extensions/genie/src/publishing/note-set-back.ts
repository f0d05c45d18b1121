import { randomUUID } from "node:crypto";
import {
  publisherSeen,
  publishIntents,
  restoredMark,
  restoredReason,
  type SetBackAnswer,
  type SetBackRequest,
} from "@genie/schema";
import type { Knex } from "knex";
import type { Accountability, Context } from "../directus.ts";
import { lockedPosts, type PostRow } from "./post-row.ts";
import { asPublisher, type Publisher } from "./publisher.ts";

/** A worker without memory is a new one beside others, if one of them was heard of within this time. */
const heardWithinS = 10 * 60;

/**
 * Compares what the worker remembers of the intents with what the database knows. If that is less, an
 * older database was put in place; likewise if a worker without memory finds a database that has sent
 * and hears of no other, though it has waited for one as long as it can, and in any case if `genie restore` says
 * so. Then publishing stops for everybody, and what may have gone out since is doubtful, to be looked up before
 * anything is sent.
 */
export async function noteSetBack(
  context: Context,
  worker: Accountability,
  request: SetBackRequest,
): Promise<SetBackAnswer> {
  const answer = await asPublisher(context, worker, (publisher) => setRight(publisher, request));
  // Sequences are never rolled back: set before the commit, they would say that it is done although it failed. Cut off
  // here, it is done once more, and finds the stop there and the posts in doubt.
  // Who waits for others has not come yet: two that know nothing must not vouch for each other.
  if (!answer.ask_again) await setMarks(context.database, answer.intent_no);
  return answer;
}

async function setRight(
  publisher: Publisher,
  { intent_no: remembered, can_wait: canWait }: SetBackRequest,
): Promise<SetBackAnswer> {
  const { trx } = publisher;
  // One worker after the other: the first sets it right.
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('publishing/set-back', 0))");
  const { known, seen, silent_s: silentS } = await readMarks(trx);
  const isRestored = seen === restoredMark;
  const isStranger = remembered === null && known > 0 && silentS > heardWithinS;
  if (isStranger && canWait && !isRestored) {
    return { set_back: false, ask_again: true, intent_no: known };
  }
  const isOlder = remembered !== null && remembered > known;
  if (!isRestored && !isStranger && !isOlder) {
    return { set_back: false, ask_again: false, intent_no: known };
  }
  if (!(await isStopped(trx))) await stopAll(publisher);
  const suspects = await lockedPosts(trx)
    .whereIn("p.status", ["pending", "publishing"])
    .andWhereRaw("p.scheduled_for <= clock_timestamp()");
  for (const post of suspects) await doubt(publisher, post);
  return { set_back: true, ask_again: false, intent_no: Math.max(known, remembered ?? 0) };
}

/** Intents are numbered above this one from now on, and a worker was heard of now. */
async function setMarks(database: Knex, intentNo: number): Promise<void> {
  await database.raw(`select setval(?, ?) from ${publishIntents} i where ${knownSql} < ?`, [
    publishIntents,
    intentNo,
    intentNo,
  ]);
  await database.raw("select setval(?, extract(epoch from clock_timestamp())::bigint)", [
    publisherSeen,
  ]);
}

async function isStopped(trx: Knex): Promise<boolean> {
  const found = await trx("publish_stops").where({ cause: "restore", platform: null }).first("id");
  return found !== undefined;
}

async function stopAll({ trx, created }: Publisher): Promise<void> {
  const stop = {
    id: randomUUID(),
    platform: null,
    cause: "restore",
    reason: restoredReason,
    date_created: trx.raw("clock_timestamp()"),
  } as const;
  await trx("publish_stops").insert(stop);
  created("publish_stops", stop.id, { cause: stop.cause });
}

/** SQL, the number of the last intent; 0 before the first. */
const knownSql = "(i.last_value - case when i.is_called then 0 else 1 end)";

type Marks = { known: number; seen: number; silent_s: number };

async function readMarks(trx: Knex): Promise<Marks> {
  const { rows } = await trx.raw<{ rows: [Marks] }>(
    `select ${knownSql}::float as known,
            s.last_value::float as seen,
            extract(epoch from clock_timestamp())::float - s.last_value as silent_s
       from ${publishIntents} i, ${publisherSeen} s`,
  );
  return rows[0];
}

async function doubt(publisher: Publisher, post: PostRow): Promise<void> {
  const now = new Date(await publisher.now());
  const error = "The data was restored from a backup, so it is not known whether this went out.";
  const n = post.attempt_no + 1;
  await publisher.trx("publish_attempts").insert({
    id: randomUUID(),
    user_id: post.user_id,
    post_id: post.id,
    generation: post.generation,
    n,
    state: "unknown",
    idempotency_key: `${post.id}-${post.generation}`,
    sent_at: post.scheduled_for,
    error,
  });
  // By way of `publishing`: only from there may a post be in doubt.
  if (post.status === "pending") await publisher.changePost(post, { status: "publishing" });
  await publisher.changePost(post, {
    status: "unconfirmed",
    attempt_no: n,
    claim_token: null,
    claimed_until: now,
    retry_at: null,
    error_message: error,
  });
}
