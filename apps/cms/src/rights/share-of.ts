import type { CallerKind } from "./rights-of.ts";

type Share = { every: number; from: number };

/**
 * Which probes of a list a caller asks: all in the proof, and in `npm test` a part that is the same each
 * time. The two creators, whose rights are alike, have every probe between them. The other parts are such
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

// oxlint-disable-next-line node/no-process-env -- the proof says so
const isWhole = () => process.env["RIGHTS"] === "whole";

/** At least one of every list that is not empty. */
function part<Item>(items: readonly Item[], { every, from }: Share): readonly Item[] {
  const step = Math.min(every, items.length);
  return items.filter((_item, index) => index % step === from % step);
}

const shares: Readonly<Record<CallerKind, Share>> = {
  creator: { every: 2, from: 0 },
  "other creator": { every: 2, from: 1 },
  "reading program": { every: 5, from: 0 },
  "writing program": { every: 5, from: 1 },
  viewer: { every: 5, from: 2 },
  stranger: { every: 11, from: 0 },
  "paired browser": { every: 11, from: 5 },
  worker: { every: 5, from: 3 },
  administrator: { every: 11, from: 3 },
};

/** Each walk is taken by one of the four who have rows. */
const sharesOfWalks: Readonly<Record<CallerKind, Share>> = {
  creator: { every: 4, from: 0 },
  "other creator": { every: 4, from: 1 },
  "reading program": { every: 4, from: 2 },
  "writing program": { every: 4, from: 3 },
  viewer: { every: 17, from: 0 },
  stranger: { every: 17, from: 6 },
  "paired browser": { every: 17, from: 12 },
  worker: { every: 17, from: 9 },
  administrator: { every: 17, from: 15 },
};
