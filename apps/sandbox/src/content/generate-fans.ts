import type { Fan } from "../fans/fan-store.ts";
import { createFanName } from "./names.ts";
import type { Random } from "./random.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Fans with usernames of their own; the tier follows from what they spent. */
export function generateFans(
  random: Random,
  count: number,
  now: number,
): Omit<Fan, "id" | "account_id">[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const spentCents = Math.round(500 + 60_000 * random.fraction() ** 3);
    const subscribedDays = random.integer(1, 700);
    return {
      ...newName(random, taken),
      tier: spentCents >= 20_000 ? "Gold" : spentCents >= 5_000 ? "Silver" : "Bronze",
      spent_cents: spentCents,
      subscribed_at: now - subscribedDays * dayMs - random.integer(0, dayMs),
      last_seen_at: now - Math.round(subscribedDays * dayMs * random.fraction() ** 4),
    };
  });
}

function newName(random: Random, taken: Set<string>): ReturnType<typeof createFanName> {
  let fan = createFanName(random);
  while (taken.has(fan.username)) fan = createFanName(random);
  taken.add(fan.username);
  return fan;
}
