import { randomUUID } from "node:crypto";
import type { Platform } from "@genie/platforms";
import type { Claim, ReconcileAnswer } from "@genie/schema";
import { mediaIdsOf, readMedia } from "../post-media.ts";
import { currentAttempt } from "./attempts.ts";
import { claimOf } from "./claim.ts";
import { lookUpMarginMs, unknownSettleMs } from "./leases.ts";
import { lockedPosts, type PostRow } from "./post-row.ts";
import type { Attempt, Publisher } from "./publisher.ts";

/**
 * Takes over posts whose claim ran out, once their platform has had time to show them. What was
 * never sent waits again; what may be out is handed to the caller to be looked up; where it can't
 * be looked up a person decides.
 */
export async function reconcilePosts(
  publisher: Publisher,
  platforms: readonly Platform[],
  { limit }: { limit: number },
): Promise<ReconcileAnswer> {
  const settle = JSON.stringify(Object.fromEntries(platforms.map((p) => [p.id, p.settleMs])));
  const posts = await lockedPosts(publisher.trx)
    .whereIn("p.status", ["publishing", "unconfirmed"])
    .andWhereRaw(
      `p.claimed_until < clock_timestamp()
        - coalesce((?::jsonb ->> c.platform)::int, ?) * interval '1 millisecond'`,
      [settle, unknownSettleMs],
    )
    .orderBy("p.claimed_until")
    .limit(limit)
    .skipLocked();
  const claims: Claim[] = [];
  for (const post of posts) {
    const platform = platforms.find(({ id }) => id === post.platform);
    const claim = await takeOver(publisher, post, platform);
    if (claim) claims.push(claim);
  }
  return { claims };
}

async function takeOver(
  publisher: Publisher,
  post: PostRow,
  platform: Platform | undefined,
): Promise<Claim | null> {
  const attempt = await currentAttempt(publisher.trx, post);
  if (attempt?.state === "started") {
    await giveBack(publisher, post, attempt);
    return null;
  }
  if (attempt?.state === "sending") await publisher.changeAttempt(attempt, { state: "unknown" });
  if (!attempt || !platform || platform.guarantee === "blind") {
    await leaveForPerson(publisher, post);
    return null;
  }
  const token = randomUUID();
  const until = (await publisher.now()) + platform.sendTimeoutMs + lookUpMarginMs;
  await publisher.changePost(post, {
    status: "unconfirmed",
    claim_token: token,
    claimed_until: new Date(until),
    error_message: "It is not certain that this post went out. It is being looked up.",
  });
  const media = await readMedia(publisher.trx, await mediaIdsOf(publisher.trx, post));
  return claimOf(post, attempt, media, token);
}

async function giveBack(publisher: Publisher, post: PostRow, attempt: Attempt): Promise<void> {
  await publisher.changeAttempt(attempt, {
    state: "released",
    error: "The worker ended before it sent anything.",
    finished_at: new Date(await publisher.now()),
  });
  await publisher.changePost(post, {
    status: "pending",
    claim_token: null,
    claimed_until: null,
    error_message: null,
  });
}

async function leaveForPerson(publisher: Publisher, post: PostRow): Promise<void> {
  await publisher.changePost(post, {
    status: "unconfirmed",
    claim_token: null,
    // No claim that could run out, so no look-up either.
    claimed_until: null,
    error_message:
      "It is not certain that this post went out, and the platform can't be asked. Look there yourself; it is not sent again.",
  });
}
