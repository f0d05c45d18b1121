import type { Media } from "@genie/directus-client";

const narrowest = 0.56;
const widest = 2;

/** Width by height, within what a row can take; square when it is not known. */
export function tileRatio({ width, height }: Pick<Media, "height" | "width">): number {
  if (width === null || height === null || width === 0 || height === 0) return 1;
  return Math.min(widest, Math.max(narrowest, width / height));
}
