import type { FanFigures } from "@genie/directus-client";
import type { PlatformFan } from "@genie/platforms";
import { scoreFan } from "@genie/schema";

/** A fan as the platform shows her, in the names of her row, with her score. */
export function fanFigures(fan: PlatformFan, now: Date): FanFigures {
  return scored(
    {
      username: fan.username,
      display_name: fan.displayName,
      tier: fan.tier,
      status: fan.status,
      subscribed_at: fan.subscribedAt?.toISOString() ?? null,
      total_spent: fan.totalSpent,
      last_interaction: fan.lastInteraction?.toISOString() ?? null,
    },
    now,
  );
}

/** The same figures with the score that they have now. */
export function scored(figures: Omit<FanFigures, "engagement_score">, now: Date): FanFigures {
  const facts = {
    status: figures.status,
    totalSpent: figures.total_spent,
    lastInteraction: figures.last_interaction,
    subscribedAt: figures.subscribed_at,
  };
  return { ...figures, engagement_score: scoreFan(facts, now).score };
}

/** Whether a row is to be written anew. */
export function isChanged(known: FanFigures, found: FanFigures): boolean {
  return (
    isNews(known, found) ||
    known.username !== found.username ||
    known.display_name !== found.display_name ||
    known.engagement_score !== found.engagement_score ||
    timeOf(known.subscribed_at) !== timeOf(found.subscribed_at) ||
    timeOf(known.last_interaction) !== timeOf(found.last_interaction)
  );
}

/** Whether it is a point of her course: what she has spent, her tier, or whether she is there. */
export function isNews(known: FanFigures, found: FanFigures): boolean {
  return (
    known.status !== found.status ||
    known.tier !== found.tier ||
    moneyOf(known.total_spent) !== moneyOf(found.total_spent)
  );
}

const timeOf = (at: string | null) => (at === null ? null : new Date(at).getTime());

/** "1.5" and "1.50" are the same money. */
const moneyOf = (amount: string | null) => (amount === null ? null : Number(amount));
