import { z } from "zod";
import type { Classification } from "./classification.ts";
import { Corrections } from "./classification.ts";
import type { ConceptBand, ConceptSlug } from "./concepts.ts";

/** `POST /taxonomy/correct`: puts these corrections in the place of those before. */
export const CorrectRequest = z.strictObject({ id: z.uuid(), corrections: Corrections });
/** The entry as it is classified now. */
export type CorrectAnswer = { classification: Classification; corrections: Corrections };

/** `POST /taxonomy/classify-due`, the worker's: classifies what of an owner's is due, `limit` at most. */
export const ClassifyDueRequest = z.strictObject({
  owner: z.uuid(),
  limit: z.int().min(1).max(1000).default(200),
});
export const ClassifyDueAnswer = z.object({
  classified: z.int().nonnegative(),
  /** Whether more is due. */
  more: z.boolean(),
});
export type ClassifyDueAnswer = z.infer<typeof ClassifyDueAnswer>;

/**
 * `POST /taxonomy/reclassify`: all that is the caller's is due again; an administrator may name an owner, or
 * ask for everybody's. `outdated`: only what was classified with another mapping than today's.
 */
export const ReclassifyRequest = z.strictObject({
  owner: z.uuid().optional(),
  everybody: z.literal(true).optional(),
  outdated: z.boolean().default(false),
});

/** `POST /taxonomy/status`, of the same entries: how many there are, are due, and are out of date. */
export const ClassifyStatusRequest = ReclassifyRequest.omit({ outdated: true });
export type ClassifyStatusAnswer = { total: number; due: number; outdated: number };

/** `POST /taxonomy/propose`, the worker's: what a language model says of an entry; what is no tag of ours is dropped. */
export const ProposeRequest = z.strictObject({
  id: z.uuid(),
  terms: z.array(z.string().max(200)).max(50),
});
/** The tags that were kept, and are not on the entry already. */
export const ProposeAnswer = z.object({ proposed: z.array(z.string()) });
export type ProposeAnswer = z.infer<typeof ProposeAnswer>;

/** `POST /taxonomy/insights`: of published entries of these accounts, or of all, by platform. */
export const TaxonomyInsightsRequest = z.strictObject({
  profile: z.array(z.uuid()).min(1).max(50).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type TaxonomyInsightsRequest = z.input<typeof TaxonomyInsightsRequest>;

/** Of a group of entries and of the rest of that platform; null where fewer than `fewestPosts` say anything. */
export type GroupFigure = {
  /** How many of the group have the figure. */
  posts: number;
  median: number | null;
  /** How many of the rest have it, and their median. */
  others: number;
  othersMedian: number | null;
  /** A rank test tells the two apart; among all that are called so, one in twenty may be chance. */
  isClear: boolean;
};
export type InsightGroup = {
  concept: ConceptSlug;
  /** A band of the concept, or a tag of it. */
  group: { band: ConceptBand } | { tag: string };
  /** Likes and comments together. */
  engagement: GroupFigure;
  /** In the unit of the currency. */
  earnings: GroupFigure;
};
export type TaxonomyInsightsAnswer = {
  platforms: PlatformInsights[];
};
/** One for each platform and currency there; engagement is of all that is on the platform. */
export type PlatformInsights = {
  platform: string;
  currency: string | null;
  /** How many entries are judged, and how many are not classified yet. */
  posts: number;
  unsorted: number;
  /** Every band of every concept, in their order. */
  bands: InsightGroup[];
  /** The tags that stand out most by either figure, the least likely chance first; 20 at most. */
  tags: InsightGroup[];
};
