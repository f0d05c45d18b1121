import type { Media, Post } from "@genie/directus-client";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { suggestedTime } from "./quick-times.ts";

/** What has been typed and chosen so far. Date and time are on her clock. */
export type ComposerDraft = {
  profileId: string | null;
  media: Media[];
  caption: string;
  date: string;
  time: string;
  latePolicy: Post["latePolicy"];
};

/** The draft that a post that exists is edited from; with a new time when its own has passed. */
export function draftOf(post: Post, zone: string, now: Date): ComposerDraft {
  const at = post.scheduledFor === null ? null : new Date(post.scheduledFor);
  const wall = at === null || at <= now ? suggestedTime(now, zone, null) : wallTimeAt(at, zone);
  return {
    profileId: post.account.id,
    media: post.media,
    caption: post.caption,
    latePolicy: post.latePolicy,
    ...wall,
  };
}
