/** A file that is not what it seems. */
export type HostileCase = {
  /** Of the file, with an extension that may be wrong. */
  name: string;
  bytes: Buffer;
  /** `refused`: nothing may be made of it. `harmless`: what is made of it is whole, and without `payload`. */
  expected: "harmless" | "refused";
  payload?: string;
};

/** Flips single bits at places that depend on the seed alone. */
export function flipBits(bytes: Buffer, seed: number, count = 24): Buffer {
  const flipped = Buffer.from(bytes);
  let state = seed;
  for (let index = 0; index < count; index += 1) {
    // Park and Miller's generator: a fixed order, and no cryptography.
    state = (state * 48_271) % 2_147_483_647;
    // The first bytes say what it is; files of no known type are another case.
    const at = 16 + (state % (bytes.length - 16));
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (state % 8));
  }
  return flipped;
}

export const cutOff = (bytes: Buffer, part: number) =>
  bytes.subarray(0, Math.floor(bytes.length * part));
