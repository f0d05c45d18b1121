import { countRequest } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { directusAsAdmin } from "#features/session/server-directus.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const anHour = { name: "questions", points: 120, seconds: 60 * 60 } as const;

/** A model costs its operator money. Throws `rate_limited` with the delay when she has used up her hour. */
export async function limitQuestions(personId: string): Promise<void> {
  const retryAfterMs = await countRequest(directusAsAdmin(), { ...anHour, key: personId });
  if (retryAfterMs === null) return;
  const { requests } = messagesFor(defaultLocale);
  const minutes = Math.ceil(retryAfterMs / 60_000);
  throw new AppError("rate_limited", requests.tooManyQuestions(minutes), {
    retry: { afterMs: retryAfterMs },
  });
}
