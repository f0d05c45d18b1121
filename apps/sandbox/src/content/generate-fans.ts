import type { Fan } from "../fans/fan-store.ts";
import { createFanName } from "./names.ts";
import type { Random } from "./random.ts";

export const fanCount = 60;
const dayMs = 24 * 60 * 60 * 1000;

/** Sixty fans; the tier follows from what they spent. */
export function generateFans(random: Random, now: number): Omit<Fan, "id" | "account_id">[] {
  return Array.from({ length: fanCount }, () => {
    const spentCents = Math.round(500 + 60_000 * random.fraction() ** 3);
    const subscribedDays = random.integer(1, 700);
    return {
      ...createFanName(random),
      tier: spentCents >= 20_000 ? "Gold" : spentCents >= 5_000 ? "Silver" : "Bronze",
      spent_cents: spentCents,
      subscribed_at: now - subscribedDays * dayMs - random.integer(0, dayMs),
      last_seen_at: now - Math.round(subscribedDays * dayMs * random.fraction() ** 4),
    };
  });
}
