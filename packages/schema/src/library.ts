import { z } from "zod";
import { conceptChoices } from "./concepts.ts";
import {
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  libraryFacets,
  libraryOrders,
} from "./library-choices.ts";

const bandNames = Object.keys(earningsBands) as [EarningsBand, ...EarningsBand[]];

const choices = <Type extends z.ZodType>(type: Type) => z.array(type).min(1).max(50).optional();

/**
 * What of the library is wanted. Values of one facet are alternatives, except tags and subjects, which an
 * entry must have all; facets add up. Of concepts, the bands of each are alternatives, and concepts add up.
 */
export const LibraryQuery = z.strictObject({
  /** Words, or beginnings of words, in caption, tags, subjects and file name. */
  search: z.string().trim().max(200).optional(),
  platform: choices(z.string().max(64)),
  profile: choices(z.uuid()),
  kind: choices(z.enum(["image", "video", "gallery"])),
  source: choices(z.enum(["scraped", "uploaded", "derived"])),
  tag: choices(z.string().max(100)),
  /** Where it lies in concepts that something is known of it in. */
  concept: choices(z.enum(conceptChoices)),
  /** What it is about: tags that it was found to have, or its creator added; not what is proposed. */
  subject: choices(z.string().max(100)),
  /** Whether it is on a platform, or in a post that is out or planned. */
  used: z.boolean().optional(),
  earned: choices(z.enum(bandNames)),
  /** Only what has earned something in this currency, ISO 4217. */
  currency: z.string().length(3).optional(),
  /** When it was published, or came into the library. `until` is not included. */
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  /** The bin: what was deleted in the last `binDays` days. */
  deleted: z.boolean().optional(),
  order: z.enum(libraryOrders).optional(),
});
export type LibraryQuery = z.infer<typeof LibraryQuery>;

/** `POST /library/entries`. `cursor`: as the page before gave it. */
export const LibraryEntriesRequest = z.strictObject({
  query: LibraryQuery,
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(60),
});
/** `rows` have the fields of `libraryRow`, as the items API gives them. */
export type LibraryEntriesAnswer = { rows: unknown[]; next: string | null };

/** `POST /library/facets` */
export const LibraryFacetsRequest = z.strictObject({
  query: LibraryQuery,
  facets: z
    .array(z.enum(libraryFacets))
    .max(libraryFacets.length)
    .default([...libraryFacets]),
});
/** The most frequent values first, 50 at most; `total` is how many entries the query finds. */
export type LibraryFacetsAnswer = {
  total: number;
  facets: Partial<Record<LibraryFacet, { value: string; count: number }[]>>;
};

const MediaIds = z.array(z.uuid()).min(1).max(1000);

/** `POST /library/delete` and `/library/restore`: into the bin and out of it, all or none. */
export const LibraryIdsRequest = z.strictObject({ ids: MediaIds });

/** `POST /library/tag`: all or none. */
export const LibraryTagRequest = z.strictObject({
  ids: MediaIds,
  add: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  remove: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
});

/** `POST /library/forgotten`, for the worker: which of these posts of an account had an entry that its owner deleted. */
export const LibraryForgottenRequest = z.strictObject({
  account: z.uuid(),
  posts: z.array(z.string().max(255)).min(1).max(1000),
});
export const LibraryForgottenAnswer = z.strictObject({ posts: z.array(z.string()) });

/** `POST /library/similar`: entries whose picture looks the same, the nearest first. */
export const LibrarySimilarRequest = z.strictObject({ id: z.uuid() });
export type LibrarySimilarAnswer = {
  /** `distance`: bits of the perceptual hash that differ, 0 to 64. `row` as in `LibraryEntriesAnswer`. */
  entries: { row: unknown; distance: number }[];
};
/** `POST /library/outings`: where these entries, or what looks the same, went or are to go. */
export const LibraryOutingsRequest = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });
export type LibraryOuting = {
  /** The entry asked about, and the one that was used: its own, an original or copy, or a look-alike. */
  media_id: string;
  used_media_id: string;
  relation: "copy" | "same" | "similar";
  creator_profile_id: string | null;
  platform: string;
  /** Null for what was read from the platform. */
  post_id: string | null;
  status: string;
  at: string | null;
  permalink: string | null;
};
export type LibraryOutingsAnswer = { outings: LibraryOuting[] };
