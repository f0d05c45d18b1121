import type { Media } from "@genie/directus-client";
import { contentRatings } from "@genie/schema";
import { hashKey } from "@tanstack/react-query";
import { z } from "zod";
import type { ComposerDraft, PostPart } from "./composer-draft.ts";

type WrittenPart = Omit<PostPart, "media"> & { media: readonly string[] };

const Answers = z.record(z.string(), z.unknown());
const Part = z.object({ caption: z.string(), media: z.array(z.string()), options: Answers });

/** A draft with the ids of its media in place of them: what is kept of it, and compared. */
export type WrittenDraft = Omit<ComposerDraft, "media" | "own"> & {
  media: readonly string[];
  own: Readonly<Record<string, Partial<WrittenPart>>>;
};
export const WrittenDraft: z.ZodType<WrittenDraft> = z.object({
  profileIds: z.array(z.string()),
  caption: z.string(),
  media: z.array(z.string()),
  options: z.record(z.string(), Answers),
  own: z.record(
    z.string(),
    z.object({
      caption: Part.shape.caption.exactOptional(),
      media: Part.shape.media.exactOptional(),
      options: Part.shape.options.exactOptional(),
    }),
  ),
  rating: z.enum(contentRatings),
  latePolicy: z.enum(["hold", "publish"]),
  date: z.string(),
  time: z.string(),
});

export function toWritten({ media, own, ...rest }: ComposerDraft): WrittenDraft {
  const parts = Object.entries(own).map(([account, { media: different, ...part }]) => [
    account,
    different === undefined ? part : { ...part, media: idsOf(different) },
  ]);
  return { ...rest, media: idsOf(media), own: Object.fromEntries(parts) };
}

/** The draft with its media; those that are not among `known` are gone from it. */
export function fromWritten(
  { media, own, ...rest }: WrittenDraft,
  known: readonly Media[],
): ComposerDraft {
  const byId = new Map(known.map((item) => [item.id, item]));
  const find = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const parts = Object.entries(own).map(([account, { media: different, ...part }]) => [
    account,
    different === undefined ? part : { ...part, media: find(different) },
  ]);
  return { ...rest, media: find(media), own: Object.fromEntries(parts) };
}

/** The ids of all that is in it, for whichever account. */
export function mediaIdsOf({ media, own }: WrittenDraft): string[] {
  return [...new Set([media, ...Object.values(own).map((part) => part.media ?? [])].flat())];
}

/** Whether two drafts say the same. */
export function isSameDraft(one: WrittenDraft | null, other: WrittenDraft | null): boolean {
  return hashKey([one]) === hashKey([other]);
}

/** What she changed, `from` one draft to another, done again `onto` a third; date and time are one. */
export function reapply(
  { draft, from }: { draft: WrittenDraft; from: WrittenDraft },
  onto: WrittenDraft,
): WrittenDraft {
  const isHers = (field: keyof WrittenDraft) => hashKey([draft[field]]) !== hashKey([from[field]]);
  const take = <Field extends keyof WrittenDraft>(field: Field): WrittenDraft[Field] =>
    isHers(field) ? draft[field] : onto[field];
  const { date, time } = isHers("date") || isHers("time") ? draft : onto;
  return {
    profileIds: take("profileIds"),
    caption: take("caption"),
    media: take("media"),
    options: take("options"),
    own: take("own"),
    rating: take("rating"),
    latePolicy: take("latePolicy"),
    date,
    time,
  };
}

const idsOf = (media: readonly Media[]) => media.map(({ id }) => id);
