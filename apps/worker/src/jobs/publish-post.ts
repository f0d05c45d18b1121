import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { ClaimAnswer } from "@genie/schema";
import { bound } from "@genie/telemetry";
import type { Lanes } from "../publishing/lanes.ts";
import { publishClaim, type PublishServices } from "../publishing/publish-claim.ts";
import { waitMonotonic } from "../publishing/wait-monotonic.ts";

const askAgainMs = 2_000;

/**
 * A post's time comes near: claims it and sends it, when its account has a lane free. The row decides,
 * not the job. What is on a lane's list when the worker ends is woken by the next sweep.
 */
export function publishPostHandler({
  lanes,
  stopping,
  ...services
}: PublishServices & {
  /** By the platform's id. */
  lanes: ReadonlyMap<string, Lanes>;
  /** Aborted when the worker is to stop. */
  stopping: AbortSignal;
}): Handlers["publish-post"] {
  return async ({ payload, signal, delayUntil }) => {
    const { postId, platform } = payload;
    await lanes.get(platform)?.take(payload, {
      now: async () => {
        if (signal.aborted) delayUntil(new Date());
        const { answer, at } = await claim(services, postId);
        if (answer.kind === "early") delayUntil(new Date(Date.now() + answer.wait_ms));
        if (answer.kind === "claimed") await publishClaim(services, answer.claim, signal, at);
      },
      later: bound(async () => {
        try {
          await publishFromList(services, postId, stopping);
        } catch (err) {
          services.log.warn({ err, postId }, "a post was left to the sweep");
        }
      }),
    });
  };
}

async function publishFromList(
  services: PublishServices,
  postId: string,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const { answer, at } = await claim(services, postId);
    if (answer.kind === "claimed") await publishClaim(services, answer.claim, stopping, at);
    // One that was put off for longer has a new job for its new time.
    if (answer.kind !== "early" || answer.wait_ms > askAgainMs) return;
    await waitMonotonic(answer.wait_ms, stopping);
  }
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
