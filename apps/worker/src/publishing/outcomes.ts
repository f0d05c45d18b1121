import { AppError, messageForPeople } from "@genie/errors";
import type { FoundPost, SendResult } from "@genie/platforms";
import type { Claim, PublishOutcome } from "@genie/schema";

const firstPauseMs = 15_000;
const longestPauseMs = 30 * 60_000;

/**
 * What to report of a failure before anything was sent: another try, or the end. The ledger ends it
 * after some tries; until then the pauses grow, so that a platform may be away for a while. A wait for a
 * person is no try.
 */
export function outcomeOfFailure(error: unknown, tries: number): PublishOutcome {
  const retry = error instanceof AppError ? error.retry : "backoff";
  if (retry === "never") return refused(messageForPeople(error), null);
  const wishedMs = retry === "backoff" ? firstPauseMs : retry.afterMs;
  const code = error instanceof AppError ? error.code : "internal";
  return {
    ...refused(messageForPeople(error), pauseMs(wishedMs, tries), code === "rate_limited"),
    ...(code === "person_needed" && { waits_for_person: true }),
  };
}

export function outcomeOfSending(result: SendResult, tries: number): PublishOutcome {
  if (result.kind === "published") return published(result);
  if (result.kind === "unknown") return result;
  const { sentence, retryAfterMs, holdsAccount = false } = result;
  const pause = retryAfterMs === null ? null : pauseMs(retryAfterMs, tries);
  return refused(sentence, pause, holdsAccount);
}

/** Which try of the same content a claim is for. */
export const triesOf = ({ tries, attempt_no }: Pick<Claim, "attempt_no" | "tries">): number =>
  tries ?? attempt_no;

/** The platform had no effect, for certain; null: it is not tried again. */
export function refused(
  sentence: string,
  retryAfterMs: number | null,
  holdsAccount = false,
): Extract<PublishOutcome, { kind: "refused" }> {
  const outcome = { kind: "refused", sentence, retry_after_ms: retryAfterMs } as const;
  return holdsAccount ? { ...outcome, holds_account: true } : outcome;
}

/** At first as long as was wished, then at least 1 min, 4 min, 16 min, 30 min. */
function pauseMs(wishedMs: number, tries: number): number {
  const grown = tries === 1 ? 0 : firstPauseMs * 4 ** (tries - 1);
  return Math.round(Math.max(wishedMs, Math.min(grown, longestPauseMs)));
}

/** What to report of a post that a look-up has found. */
export function lookedUp(found: FoundPost): PublishOutcome {
  return { ...published(found), looked_up: true };
}

/** What to report of a post that is on the platform. */
function published({
  platformPostId,
  permalink,
  publishedAt,
}: Omit<FoundPost, "publishedAt"> & { publishedAt: Date | null }): Extract<
  PublishOutcome,
  { kind: "published" }
> {
  return {
    kind: "published",
    platform_post_id: platformPostId,
    permalink: URL.canParse(permalink) ? permalink : null,
    published_at: publishedAt?.toISOString() ?? null,
  };
}
