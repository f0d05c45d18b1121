/** What the library can be sorted by; what lacks the figure comes last. */
export const libraryOrders = [
  "newest",
  "oldest",
  "earnings",
  "likes",
  "comments",
  "views",
] as const;
export type LibraryOrder = (typeof libraryOrders)[number];

/** What an entry has earned, in its own currency's unit: from, inclusive, and below. */
export const earningsBands = {
  none: [null, 0.01],
  some: [0.01, 10],
  good: [10, 100],
  best: [100, null],
} as const satisfies Record<string, readonly [number | null, number | null]>;
export type EarningsBand = keyof typeof earningsBands;

/** How long what was deleted can be taken back. */
export const binDays = 30;

/** What can be counted; each as if nothing were chosen of itself. */
export const libraryFacets = [
  "platform",
  "kind",
  "source",
  "tag",
  "concept",
  "subject",
  "used",
  "earned",
  "year",
] as const;
export type LibraryFacet = (typeof libraryFacets)[number];

/** How many bits may differ between pictures that look the same. */
export const similarWithin = 8;
