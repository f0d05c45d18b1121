import { createHash } from "node:crypto";

export type Random = ReturnType<typeof createRandom>;

/** Numbers that look random and are always the same for the same seed (mulberry32). */
export function createRandom(seed: string) {
  let state = createHash("sha256").update(seed).digest().readUInt32LE(0);

  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number): number =>
    from + Math.floor(fraction() * (to - from + 1));

  return {
    /** From 0 up to, and without, 1. */
    fraction,
    /** A whole number; both ends are possible. */
    integer,
    chance: (share: number): boolean => fraction() < share,
    pick: <Item>(items: readonly [Item, ...Item[]]): Item =>
      items[integer(0, items.length - 1)] ?? items[0],
    /** Some different items, in the order of the list. */
    sample<Item>(items: readonly Item[], count: number): Item[] {
      const left = [...items];
      while (left.length > count) left.splice(integer(0, left.length - 1), 1);
      return left;
    },
  };
}
