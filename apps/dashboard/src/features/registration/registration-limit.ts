import { AppError } from "@genie/errors";
import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Messages } from "#messages/messages.ts";

/**
 * Counts every attempt, successful or not, by the caller's address. The returned function throws
 * `rate_limited` with the delay when an address has used up its hour.
 */
export function createRegistrationLimit(perHour: number, { registration }: Messages) {
  const limiter = new RateLimiterMemory({ points: perHour, duration: 60 * 60 });
  return async (address: string): Promise<void> => {
    try {
      await limiter.consume(limitKey(address));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.ceil(error.msBeforeNext / 60_000);
      throw new AppError("rate_limited", registration.tooMany(minutes), {
        retry: { afterMs: error.msBeforeNext },
      });
    }
  };
}

/** A household or a server has a whole /64 of IPv6 addresses, so the prefix counts. */
export function limitKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (address.includes("::")) {
    const tailGroups = tail === "" ? [] : tail.split(":");
    while (groups.length + tailGroups.length < 8) groups.push("0");
    groups.push(...tailGroups);
  }
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(":")}::/64`;
}
