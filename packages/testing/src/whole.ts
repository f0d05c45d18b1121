/**
 * Whether tests go through all that they know, which takes long: `npm run proof` has them do so by `TESTS=whole`.
 * In `npm test` they go through a part that is the same each time.
 */
// oxlint-disable-next-line node/no-process-env -- the proof says so
export const isWhole = (): boolean => process.env["TESTS"] === "whole";

/** All items in a proof; in `npm test` the first of each `every`, so one at least of a list that is not empty. */
export function partOf<Item>(items: readonly Item[], every: number): readonly Item[] {
  return isWhole() ? items : items.filter((_item, index) => index % every === 0);
}
