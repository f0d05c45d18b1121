import { captionLength } from "@genie/platforms";
import type { DraftAccount } from "./draft-accounts.ts";

export type CaptionCount = { account: DraftAccount; used: number; most: number; left: number };

/** How much of a caption is left for the account that takes least of it, as its platform counts. */
export function strictestCount(
  caption: string,
  accounts: readonly DraftAccount[],
): CaptionCount | null {
  const counts = accounts.flatMap((account) => {
    if (account.limits === undefined) return [];
    const { caption: limit } = account.limits;
    const used = captionLength(caption, limit);
    return [{ account, used, most: limit.most, left: limit.most - used }];
  });
  return counts.toSorted((a, b) => a.left - b.left)[0] ?? null;
}

/** The shortest description of a picture that the accounts take; null where none takes any. */
export function altTextLimit(accounts: readonly DraftAccount[]): number | null {
  const limits = accounts.flatMap(({ limits: known }) => known?.altTextLength ?? []);
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The most files that one of the accounts takes: those that take fewer say so. */
export function mostMedia(accounts: readonly DraftAccount[]): number {
  return Math.max(1, ...accounts.map(({ limits }) => limits?.mediaCount ?? 1));
}
