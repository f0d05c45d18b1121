import type { ConceptSlug } from "@genie/schema";
import type { MediaFacts } from "./classifier.ts";

/** What a fact of the picture or video says about a concept. `tag`, when it is certain to be of that tag. */
export type MediaEvidence = {
  concept: ConceptSlug;
  weight: number;
  words: string;
  tag?: string;
};

const shortVideoS = 90;
const megapixel = 1_000_000;

/** Small evidence: how a post was made and where it fits, as far as its size and length can tell. */
export function mediaEvidence({ type, width, height, durationS }: MediaFacts): MediaEvidence[] {
  if (width === null || height === null || width < 1 || height < 1) return [];
  const pixels = width * height;
  const size = `${width} x ${height}`;
  const evidence: MediaEvidence[] = [];
  if (type === "video") {
    const words = durationS === null ? size : `${size}, ${Math.round(durationS)} s`;
    if (height > width * 1.2) {
      const short = durationS !== null && durationS > 0 && durationS <= shortVideoS;
      evidence.push({
        concept: "platform-fit",
        weight: short ? 0.35 : 0.2,
        words,
        ...(short && { tag: "vertical video" }),
      });
    }
    if (pixels < 0.5 * megapixel) {
      evidence.push({ concept: "production-quality", weight: 0.2, words });
    } else if (pixels >= 8 * megapixel) {
      evidence.push({ concept: "production-quality", weight: 0.75, words });
    }
  } else if (pixels < 0.5 * megapixel) {
    evidence.push({ concept: "production-quality", weight: 0.2, words: size });
  } else if (pixels >= 20 * megapixel) {
    evidence.push({ concept: "production-quality", weight: 0.75, words: size });
  }
  return evidence;
}
