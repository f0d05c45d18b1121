import type { Post } from "@genie/directus-client";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import type { ComposerDraft, PostPart } from "./composer-draft.ts";
import { suggestedTime } from "./quick-times.ts";

/** The draft that a new post starts from. */
export function newDraft(profileId: string | undefined, zone: string, now: Date): ComposerDraft {
  return {
    profileIds: profileId === undefined ? [] : [profileId],
    caption: "",
    media: [],
    options: {},
    own: {},
    rating: "general",
    latePolicy: "publish",
    ...suggestedTime(now, zone, null),
  };
}

/**
 * The draft that posts that exist are edited from, as one: what the first holds is what all get, and what
 * others hold instead is different for them. With a new time when that of the first has passed.
 */
export function draftOf(
  [first, ...others]: readonly [Post, ...Post[]],
  zone: string,
  now: Date,
): ComposerDraft {
  const at = first.scheduledFor === null ? null : new Date(first.scheduledFor);
  const wall = at === null || at <= now ? suggestedTime(now, zone, null) : wallTimeAt(at, zone);
  const options: Record<string, Post["config"]> = {};
  for (const { account, config } of [first, ...others]) options[account.platform] ??= config;
  const own = others.flatMap((post) => {
    const part = ownPartOf(post, first, options[post.account.platform] ?? {});
    return Object.keys(part).length === 0 ? [] : [[post.account.id, part] as const];
  });
  return {
    profileIds: [first, ...others].map(({ account }) => account.id),
    caption: first.caption,
    media: first.media,
    options,
    own: Object.fromEntries(own),
    rating: first.rating,
    latePolicy: first.latePolicy,
    ...wall,
  };
}

function ownPartOf(post: Post, first: Post, options: Post["config"]): Partial<PostPart> {
  return {
    ...(post.caption !== first.caption && { caption: post.caption }),
    ...(!isSame(idsOf(post), idsOf(first)) && { media: post.media }),
    ...(!isSame(post.config, options) && { options: post.config }),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const idsOf = ({ media }: Post) => media.map(({ id }) => id);
