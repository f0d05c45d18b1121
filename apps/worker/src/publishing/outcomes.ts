import { AppError, messageForPeople } from "@genie/errors";
import type { FoundPost, SendResult } from "@genie/platforms";
import type { PublishOutcome } from "@genie/schema";

const firstPauseMs = 15_000;
const longestPauseMs = 30 * 60_000;

/**
 * What to report of a failure before anything was sent: another try, after 15 s, 1 min, 4 min …, or
 * the end. The ledger ends it too, after some tries.
 */
export function outcomeOfFailure(error: unknown, attemptNo: number): PublishOutcome {
  const retry = error instanceof AppError ? error.retry : "backoff";
  const pauseMs = Math.min(firstPauseMs * 4 ** (attemptNo - 1), longestPauseMs);
  if (retry === "never") return refused(messageForPeople(error), null);
  return refused(messageForPeople(error), retry === "backoff" ? pauseMs : retry.afterMs);
}

/** The platform had no effect, for certain; null: it is not tried again. */
export function refused(sentence: string, retryAfterMs: number | null): PublishOutcome {
  return {
    kind: "refused",
    sentence,
    retry_after_ms: retryAfterMs === null ? null : Math.round(retryAfterMs),
  };
}

export function outcomeOfSending(result: SendResult): PublishOutcome {
  if (result.kind === "published") return published(result);
  return result.kind === "refused" ? refused(result.sentence, result.retryAfterMs) : result;
}

/** What to report of a post that is on the platform. */
export function published({
  platformPostId,
  permalink,
  publishedAt,
}: Omit<FoundPost, "publishedAt"> & { publishedAt: Date | null }): PublishOutcome {
  return {
    kind: "published",
    platform_post_id: platformPostId,
    permalink: URL.canParse(permalink) ? permalink : null,
    published_at: publishedAt?.toISOString() ?? null,
  };
}
