import { z } from "zod";
import { conceptSlugs } from "./concepts.ts";

const Concept = z.enum(conceptSlugs);
const Share = z.number().min(0).max(1);
const Tag = z.string().trim().min(1).max(100);

/** Why a tag was found: words of the caption or of the tags beside it, or a fact of the picture or video. */
export const TagEvidence = z.strictObject({
  in: z.enum(["caption", "tags", "media"]),
  /** As they stand there; a fact in words. */
  words: z.string().max(200),
  /** One letter is not as it should be. */
  typo: z.literal(true).optional(),
});

/**
 * A tag of an entry. `found` by the classifier; `added` by the creator; `proposed` by a language model,
 * which counts for nothing until she takes it.
 */
export const ClassifiedTag = z.strictObject({
  tag: Tag,
  concept: Concept,
  weight: Share,
  by: z.enum(["found", "added", "proposed"]),
  from: z.array(TagEvidence).max(20),
});
export type ClassifiedTag = z.infer<typeof ClassifiedTag>;

/** How an entry stands in one concept. Without evidence both are 0. */
export const ConceptValue = z.strictObject({
  value: Share,
  confidence: Share,
  /** The creator has set it. */
  corrected: z.literal(true).optional(),
});
export type ConceptValue = z.infer<typeof ConceptValue>;

/** What `scraped_media.taxonomy_concepts` holds. */
export const Classification = z.strictObject({
  /** Of the mapping it was made with; one that differs from today's is out of date. */
  version: z.string().max(64),
  concepts: z.record(Concept, ConceptValue),
  tags: z.array(ClassifiedTag).max(200),
});
export type Classification = z.infer<typeof Classification>;

/** What a creator has corrected on an entry. It stays, however often the entry is classified. */
export const Corrections = z.strictObject({
  concepts: z.partialRecord(Concept, Share).default({}),
  added: z.array(Tag).max(50).default([]),
  removed: z.array(Tag).max(200).default([]),
});
export type Corrections = z.infer<typeof Corrections>;
