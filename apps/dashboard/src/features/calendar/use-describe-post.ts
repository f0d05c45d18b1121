"use client";

import type { Post } from "@genie/directus-client";
import { useMessages } from "#messages/use-messages.ts";
import { usePlatforms } from "#features/platforms/platforms-provider.tsx";
import { describePost } from "./describe-post.ts";
import { clockTime } from "./describe-time.ts";
import { useTimeZone } from "./time-zone-provider.tsx";

export type PostWords = {
  platformName: string;
  /** "21:00" or that there is no time yet. */
  time: string;
  sentence: string;
  caption: string;
};

/** Says what a post is and what has become of it, in her language and her time. */
export function useDescribePost(): (post: Post, now: Date) => PostWords {
  const messages = useMessages();
  const platforms = usePlatforms();
  const zone = useTimeZone();
  return (post, now) => {
    const known = platforms.find(({ id }) => id === post.account.platform);
    // A platform that this installation does not offer any more.
    const platform = known ?? { name: post.account.platform, guarantee: "blind" as const };
    const { scheduledFor } = post;
    return {
      platformName: platform.name,
      time: scheduledFor === null ? messages.posts.noTime : clockTime(new Date(scheduledFor), zone),
      sentence: describePost(post, { platform, now, zone }, messages),
      caption: post.caption.trim() || messages.posts.noCaption,
    };
  };
}
