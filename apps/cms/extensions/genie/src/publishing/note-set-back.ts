import { randomUUID } from "node:crypto";
import { publishIntents, type SetBackAnswer, type SetBackRequest } from "@genie/schema";
import { lockedPosts, type PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Compares what the worker remembers of the intents with what the database knows. If that is less, an
 * older database was put in place: publishing stops for everybody, and what may have gone out since
 * is doubtful, to be looked up before anything is sent.
 */
export async function noteSetBack(
  publisher: Publisher,
  { intent_no: remembered }: SetBackRequest,
): Promise<SetBackAnswer> {
  const { trx } = publisher;
  // One worker after the other: the first sets it right.
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('publishing/set-back', 0))");
  const { rows } = await trx.raw<{ rows: [{ known: string }] }>(
    `select last_value - case when is_called then 0 else 1 end as known from ${publishIntents}`,
  );
  if (remembered <= Number(rows[0].known)) return { set_back: false };
  await trx.raw("select setval(?, ?)", [publishIntents, remembered]);
  const stop = {
    id: randomUUID(),
    platform: null,
    cause: "restore",
    reason:
      "The data was restored from a backup. Posts that may have gone out since are looked up first; nothing is sent until that is done.",
    date_created: trx.raw("clock_timestamp()"),
  } as const;
  await trx("publish_stops").insert(stop);
  publisher.created("publish_stops", stop.id, { cause: stop.cause });
  const suspects = await lockedPosts(trx)
    .whereIn("p.status", ["pending", "publishing"])
    .andWhereRaw("p.scheduled_for <= clock_timestamp()");
  for (const post of suspects) await doubt(publisher, post);
  return { set_back: true };
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
