import { countRequest, type DirectusClient } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { addressKey } from "@genie/rate-limit/address-key";
import type { Messages } from "#messages/messages.ts";

/**
 * Counts every attempt, successful or not, by the caller's address. Throws `rate_limited` with the delay when an address
 * has used up its hour.
 */
export async function limitRegistrations(
  directus: DirectusClient,
  address: string,
  { perHour, messages: { registration } }: { perHour: number; messages: Messages },
): Promise<void> {
  const retryAfterMs = await countRequest(directus, {
    name: "registrations",
    key: addressKey(address),
    points: perHour,
    seconds: 60 * 60,
  });
  if (retryAfterMs === null) return;
  const minutes = Math.ceil(retryAfterMs / 60_000);
  throw new AppError("rate_limited", registration.tooMany(minutes), {
    retry: { afterMs: retryAfterMs },
  });
}
