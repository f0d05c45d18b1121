import { isWhole } from "@genie/testing";
import type { CallerKind } from "./rights-of.ts";

type Share = { every: number; from: number };

/**
 * Which probes of a list a caller asks: all in the proof, and in `npm test` a part that is the same each
 * time. The two creators, whose rights are alike, have half of them between them. The other parts are such
 * that one way to ask does not always meet the same caller.
 */
export function shareOf<Item>(items: readonly Item[], kind: CallerKind): readonly Item[] {
  return isWhole() ? items : part(items, shares[kind]);
}

/** The same for walks to other collections, which are so many that not every caller takes all even in the proof. */
export function shareOfWalks<Item>(items: readonly Item[], kind: CallerKind): readonly Item[] {
  if (!isWhole()) return part(items, sharesOfWalks[kind]);
  const all = kind === "creator" || kind === "reading program";
  return all ? items : part(items, { every: 8, from: 0 });
}

/** At least one of every list that is not empty. */
function part<Item>(items: readonly Item[], { every, from }: Share): readonly Item[] {
  const step = Math.min(every, items.length);
  return items.filter((_item, index) => index % step === from % step);
}

const shares: Readonly<Record<CallerKind, Share>> = {
  creator: { every: 4, from: 0 },
  "other creator": { every: 4, from: 2 },
  "reading program": { every: 11, from: 0 },
  "writing program": { every: 11, from: 2 },
  viewer: { every: 11, from: 4 },
  stranger: { every: 23, from: 0 },
  "paired browser": { every: 23, from: 11 },
  worker: { every: 11, from: 6 },
  administrator: { every: 23, from: 7 },
};

/** Half of the walks are taken by one of the four who have rows. */
const sharesOfWalks: Readonly<Record<CallerKind, Share>> = {
  creator: { every: 8, from: 0 },
  "other creator": { every: 8, from: 2 },
  "reading program": { every: 8, from: 4 },
  "writing program": { every: 8, from: 6 },
  viewer: { every: 37, from: 0 },
  stranger: { every: 37, from: 13 },
  "paired browser": { every: 37, from: 25 },
  worker: { every: 37, from: 19 },
  administrator: { every: 37, from: 31 },
};
