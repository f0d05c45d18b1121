import { AppError } from "@genie/errors";
import { createRateLimit } from "@genie/rate-limit";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const anHour = createRateLimit({ points: 120, seconds: 60 * 60 });

/** A model costs its operator money. Throws `rate_limited` with the delay when she has used up her hour. */
export async function limitQuestions(personId: string): Promise<void> {
  const refused = await anHour(personId);
  if (refused === null) return;
  const { requests } = messagesFor(defaultLocale);
  const minutes = Math.ceil(refused.retryAfterMs / 60_000);
  throw new AppError("rate_limited", requests.tooManyQuestions(minutes), {
    retry: { afterMs: refused.retryAfterMs },
  });
}
