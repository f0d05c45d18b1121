/** One figure over all repetitions. Its unit goes last in its name: `seal_64_per_s`. */
export type Figure = { min: number; median: number; max: number; repetitions: number };
