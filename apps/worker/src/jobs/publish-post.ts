import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import { publishClaim, type PublishServices } from "../publishing/publish-claim.ts";

const askAgainMs = 2_000;

/** A post's time comes near: claims it and sends it. The row decides, not the job. */
export function publishPostHandler(services: PublishServices): Handlers["publish-post"] {
  return async ({ payload, signal, delayUntil }) => {
    if (signal.aborted) delayUntil(new Date());
    const answer = await services.publishing.claim(payload.postId).catch((error: unknown) => {
      // The job is tried once; without this a restart of Directus would leave the post to the sweep.
      if (!(error instanceof AppError) || error.code !== "upstream_unavailable") throw error;
      return { kind: "early", wait_ms: askAgainMs } as const;
    });
    if (answer.kind === "early") delayUntil(new Date(Date.now() + answer.wait_ms));
    if (answer.kind === "claimed") await publishClaim(services, answer.claim, signal);
  };
}
