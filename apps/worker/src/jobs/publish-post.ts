import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { ClaimAnswer } from "@genie/schema";
import { bound } from "@genie/telemetry";
import type { Lanes } from "../publishing/lanes.ts";
import { publishClaim, type PublishServices } from "../publishing/publish-claim.ts";
import { waitMonotonic } from "../publishing/wait-monotonic.ts";

const askAgainMs = 2_000;
/** What is to wait for longer than this is woken by a sweep in time. */
const longestWaitMs = 90_000;

/**
 * A post's time comes near: claims it and sends it, when its account has a lane free. The row decides,
 * not the job. What is on a lane's list when the worker ends is woken by the next sweep.
 */
export function publishPostHandler({
  lanes,
  stopping,
  pause = waitMonotonic,
  ...services
}: PublishServices & {
  /** By the platform's id. */
  lanes: ReadonlyMap<string, Lanes>;
  /** Aborted when the worker is to stop. */
  stopping: AbortSignal;
  /** Throws when the signal is aborted. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}): Handlers["publish-post"] {
  return async ({ payload, signal, delayUntil }) => {
    const { postId, platform } = payload;
    const fromList = bound(async () => {
      try {
        const waitMs = await publishFromList(services, postId, pause, stopping);
        // Its job has ended, so nobody else would come back for it in time. Its lane is free meanwhile.
        if (waitMs !== null && waitMs <= longestWaitMs) void comeBack(waitMs);
      } catch (err) {
        services.log.warn({ err, postId }, "a post was left to the sweep");
      }
    });
    async function comeBack(waitMs: number): Promise<void> {
      try {
        await pause(waitMs, stopping);
        await lanes.get(platform)?.take(payload, { now: fromList, later: fromList });
      } catch (err) {
        if (!stopping.aborted) services.log.warn({ err, postId }, "a post was left to the sweep");
      }
    }
    await lanes.get(platform)?.take(payload, {
      now: async () => {
        if (signal.aborted) delayUntil(new Date());
        const { answer, at } = await claim(services, postId);
        if (answer.kind === "early") delayUntil(new Date(Date.now() + answer.wait_ms));
        if (answer.kind === "claimed") await publishClaim(services, answer.claim, signal, at);
      },
      later: fromList,
    });
  };
}

/** Answers how long the post is to wait yet, where that is too long to keep its lane. */
async function publishFromList(
  services: PublishServices,
  postId: string,
  pause: (ms: number, signal: AbortSignal) => Promise<void>,
  stopping: AbortSignal,
): Promise<number | null> {
  while (!stopping.aborted) {
    const { answer, at } = await claim(services, postId);
    if (answer.kind === "claimed") await publishClaim(services, answer.claim, stopping, at);
    if (answer.kind !== "early") return null;
    if (answer.wait_ms > askAgainMs) return answer.wait_ms;
    await pause(answer.wait_ms, stopping);
  }
  return null;
}

/** With the moment in which it was probably given: the middle between question and answer. */
async function claim(
  { publishing }: PublishServices,
  postId: string,
): Promise<{ answer: ClaimAnswer; at: number }> {
  const askedAt = performance.now();
  try {
    const answer = await publishing.claim(postId);
    return { answer, at: (askedAt + performance.now()) / 2 };
  } catch (error) {
    // The job is tried once; without this a restart of Directus would leave the post to the sweep.
    if (!(error instanceof AppError) || error.code !== "upstream_unavailable") throw error;
    return { answer: { kind: "early", wait_ms: askAgainMs }, at: askedAt };
  }
}
