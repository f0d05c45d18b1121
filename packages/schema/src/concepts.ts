/** The six concepts, in their order. */
export const conceptSlugs = [
  "intimacy-level",
  "production-quality",
  "content-type",
  "audience-appeal",
  "platform-fit",
  "engagement-potential",
] as const;
export type ConceptSlug = (typeof conceptSlugs)[number];

/**
 * What the weight of a tag says, and the value of a concept. `scale`: a place on it, from family-safe to
 * adult-only, or from a quick phone picture to a lit and edited shoot. `strength`: how strongly it speaks.
 */
export const conceptKinds = {
  "intimacy-level": "scale",
  "production-quality": "scale",
  "content-type": "strength",
  "audience-appeal": "strength",
  "platform-fit": "strength",
  "engagement-potential": "strength",
} as const satisfies Record<ConceptSlug, "scale" | "strength">;

/** Parts of the range 0 to 1 that values are counted in: from, inclusive, and below; 1 is in the last. */
export const conceptBands = {
  low: [0, 0.34],
  medium: [0.34, 0.67],
  high: [0.67, 1.01],
} as const satisfies Record<string, readonly [number, number]>;
export type ConceptBand = keyof typeof conceptBands;

/** A band of a concept, as the library is asked for it. */
export type ConceptChoice = `${ConceptSlug}.${ConceptBand}`;

const bandNames = Object.keys(conceptBands) as ConceptBand[];

/** Every band of every concept, in their order. */
export const conceptChoices = conceptSlugs.flatMap((slug) =>
  bandNames.map((band): ConceptChoice => `${slug}.${band}`),
);

/** The band that a value, 0 to 1, lies in. */
export function conceptBandOf(value: number): ConceptBand {
  if (value < conceptBands.medium[0]) return "low";
  return value < conceptBands.high[0] ? "medium" : "high";
}

/** Groups of fewer entries than this are not judged. */
export const fewestPosts = 5;
