import { AppError } from "@genie/errors";
import { addressKey, createRateLimit } from "@genie/rate-limit";
import type { Messages } from "#messages/messages.ts";

/**
 * Counts every attempt, successful or not, by the caller's address. The returned function throws
 * `rate_limited` with the delay when an address has used up its hour.
 */
export function createRegistrationLimit(
  perHour: number,
  { registration }: Pick<Messages, "registration">,
) {
  const limit = createRateLimit({ points: perHour, seconds: 60 * 60 });
  return async (address: string): Promise<void> => {
    const refused = await limit(addressKey(address));
    if (refused === null) return;
    const minutes = Math.ceil(refused.retryAfterMs / 60_000);
    throw new AppError("rate_limited", registration.tooMany(minutes), {
      retry: { afterMs: refused.retryAfterMs },
    });
  };
}
