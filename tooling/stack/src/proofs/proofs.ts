export type Bar = { atMost: number } | { atLeast: number };

export type Proof = {
  /** What the operator types to repeat it. */
  command: string;
  program: readonly [entry: string, ...args: string[]];
  /** The figures that go into the page; null where there is nothing to hold. */
  figures: Readonly<Record<string, Bar | null>>;
};

/** The long proofs, in the order in which they run. Each prints a line of JSON with its figures. */
export const proofs: readonly Proof[] = [
  {
    command: "npm run bench -- start",
    program: ["bench/src/main.ts", "start"],
    figures: { warm_wall_s: { atMost: 30 }, cold_wall_s: null, warm_total_to_directus_ratio: null },
  },
  {
    command: "npm run bench -- crypto",
    program: ["bench/src/main.ts", "crypto"],
    figures: {
      seal_64_ratio: null,
      open_64_ratio: null,
      seal_4096_ratio: null,
      open_4096_ratio: null,
      seal_65536_ratio: null,
      open_65536_ratio: null,
    },
  },
];
