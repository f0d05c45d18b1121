import { randomUUID } from "node:crypto";
import type { Platform } from "@genie/platforms";
import type { DoubtfulClaim, ReconcileAnswer } from "@genie/schema";
import { mediaIdsOf, readMedia } from "../post-media.ts";
import { countAttempts, currentAttempt } from "./attempts.ts";
import { claimOf } from "./claim.ts";
import { giveBack } from "./give-back.ts";
import { leaveForPerson } from "./leave-for-person.ts";
import { lookUpMarginMs, lookUpPauseMs, unknownSettleMs } from "./leases.ts";
import { lockedPosts, type PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";
import { wayToSettle } from "./way-to-settle.ts";

/**
 * Takes over posts whose claim ran out, once their platform has had time to show them. What was
 * never sent waits again. What may be out is handed to the caller: to be sent again with its key,
 * where the platform drops repeats, or to be looked up. A person decides about the others.
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
  const claims: DoubtfulClaim[] = [];
  for (const post of posts) {
    const platform = platforms.find(({ id }) => id === post.platform);
    const claim = await takeOver(publisher, post, platform);
    if (claim) claims.push(claim);
  }
  return { claims, more: posts.length === limit };
}

async function takeOver(
  publisher: Publisher,
  post: PostRow,
  platform: Platform | undefined,
): Promise<DoubtfulClaim | null> {
  const attempt = await currentAttempt(publisher.trx, post);
  if (attempt?.state === "started") {
    await giveBack(publisher, post, attempt, "The worker ended before it sent anything.");
    return null;
  }
  const now = await publisher.now();
  const way = attempt && platform ? wayToSettle(platform, post, attempt, now) : "person";
  if (!attempt || !platform || way === "person") {
    if (attempt?.state === "sending") await publisher.changeAttempt(attempt, { state: "unknown" });
    await leaveForPerson(publisher, post, platform?.name ?? "The platform");
    return null;
  }
  if (way === "wait") {
    // It is asked for again after a while; no news for hooks and flows.
    await publisher
      .trx("scheduled_posts")
      .where("id", post.id)
      .update({ claimed_until: new Date(now) });
    return null;
  }
  await publisher.changeAttempt(attempt, { state: "unknown", look_ups: attempt.look_ups + 1 });
  const token = randomUUID();
  const leaseMs = platform.sendTimeoutMs + lookUpMarginMs;
  const pauseMs = lookUpPauseMs(attempt.look_ups, platform.settleMs);
  await publisher.changePost(post, {
    status: "unconfirmed",
    claim_token: token,
    claimed_until: new Date(now + leaseMs + pauseMs),
    error_message: doubts[way],
  });
  const media = await readMedia(publisher.trx, await mediaIdsOf(publisher.trx, post));
  // The one that is in doubt is among them.
  const { tries } = await countAttempts(publisher.trx, post);
  const claim = claimOf(post, attempt, media, { token, now, tries });
  return { ...claim, send_within_ms: way === "send" ? platform.sendTimeoutMs : null };
}

const doubts = {
  look_up: "It is not certain that this post went out. It is being looked up.",
  send: "It is not certain that this post went out. It is sent again with its key, which the platform takes once.",
} as const;
