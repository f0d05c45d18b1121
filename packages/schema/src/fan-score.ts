import type { FanProfile } from "./collections/fan-profiles.ts";

/** What is known of a fan; times as dates or ISO 8601, money as a decimal in the account's currency. */
export type FanFacts = {
  status: FanProfile["status"];
  totalSpent: string | null;
  lastInteraction: Date | string | null;
  subscribedAt: Date | string | null;
};

/**
 * Where a part of a score comes from: `points` of at most `of`, and the fact behind it, null where the
 * platform does not say it. Days are whole ones.
 */
export type FanScoreReason = { points: number; of: number } & (
  | { kind: "spent"; amount: number | null }
  | { kind: "recent"; days: number | null }
  | { kind: "length"; days: number | null }
  | { kind: "active"; status: FanFacts["status"] }
);

export type FanScore = {
  /** A whole number from 0 to 100: the sum of the points. */
  score: number;
  /** Always all four, in this order: spent, recent, length, active. */
  reasons: FanScoreReason[];
};

const dayMs = 24 * 60 * 60 * 1000;
const spentInFull = 1_000;
const recentHalvesAfterDays = 14;
const lengthHalvesAfterDays = 180;

/**
 * How engaged a fan is, as four parts that each round to whole points:
 *
 * - spent, at most 40: `40 × ln(1 + s) / ln(1 + 1000)`, with `s` what she has spent in the account's
 *   currency. So 10 give 14 points, 100 give 27, and from 1,000 on it is 40.
 * - recent, at most 30: `30 × 2^(-d / 14)`, with `d` days since she was last seen: half after two weeks.
 * - length, at most 15: `15 × (1 - 2^(-d / 180))`, with `d` days since she subscribed: half of it after
 *   half a year. None once the subscription has ended, since nobody says when it did.
 * - active, 15: while she is subscribed.
 *
 * The yardsticks are fixed and not the account's best fan, so that what one spends moves nobody else's
 * score, and scores of two accounts or two months can be compared. More of a fact never lowers a score.
 * What is not known gives no points. Times after `now` count as now.
 */
export function scoreFan(facts: FanFacts, now: Date): FanScore {
  const { status } = facts;
  const amount = facts.totalSpent === null ? null : Math.max(0, Number(facts.totalSpent));
  const seen = daysSince(facts.lastInteraction, now);
  const subscribed = status === "expired" ? null : daysSince(facts.subscribedAt, now);
  const reasons: FanScoreReason[] = [
    { kind: "spent", amount, ...part(40, amount === null ? 0 : shareOfSpent(amount)) },
    {
      kind: "recent",
      days: whole(seen),
      ...part(30, 1 - grown(seen ?? Number.POSITIVE_INFINITY, recentHalvesAfterDays)),
    },
    {
      kind: "length",
      days: whole(subscribed),
      ...part(15, grown(subscribed ?? 0, lengthHalvesAfterDays)),
    },
    { kind: "active", status, ...part(15, status === "active" ? 1 : 0) },
  ];
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

const part = (of: number, share: number) => ({ points: Math.round(of * share), of });

const shareOfSpent = (amount: number) => Math.min(1, Math.log1p(amount) / Math.log1p(spentInFull));

/** From 0 towards 1, half of what is left in each of these times. */
const grown = (days: number, halvesAfterDays: number) => 1 - 2 ** (-days / halvesAfterDays);

function daysSince(at: Date | string | null, now: Date): number | null {
  return at === null ? null : Math.max(0, (now.getTime() - new Date(at).getTime()) / dayMs);
}

const whole = (days: number | null) => (days === null ? null : Math.floor(days));
