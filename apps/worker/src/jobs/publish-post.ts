import type { Handlers } from "@genie/jobs";
import { publishClaim, type PublishServices } from "../publishing/publish-claim.ts";

/** A post's time comes near: claims it and sends it. The row decides, not the job. */
export function publishPostHandler(services: PublishServices): Handlers["publish-post"] {
  return async ({ payload, signal, delayUntil }) => {
    const answer = await services.publishing.claim(payload.postId);
    switch (answer.kind) {
      case "none":
        return;
      case "early":
        return delayUntil(new Date(Date.now() + answer.wait_ms));
      case "claimed":
        return publishClaim(services, answer.claim, signal);
    }
  };
}
