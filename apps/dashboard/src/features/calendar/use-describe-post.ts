"use client";

import type { Post } from "@genie/directus-client";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { holdOf } from "#features/pauses/holds.ts";
import { useKnownHolds } from "#features/pauses/holds-provider.tsx";
import { endBefore } from "#features/session-health/session-health.ts";
import { useSessionHealth } from "#features/session-health/sessions-provider.tsx";
import { aboutDay } from "#features/session-health/about-day.ts";
import { describePost } from "./describe-post.ts";
import { clockTime } from "./describe-time.ts";
import { fateOf, type PostFate } from "./post-fate.ts";
import { useTimeZone } from "./time-zone-provider.tsx";

export type PostWords = {
  platformName: string;
  fate: PostFate;
  /** "21:00" or that there is no time yet. */
  time: string;
  sentence: string;
  caption: string;
  /** That the session of its account ends before it; null when it does not, or nobody knows. */
  sessionEnd: string | null;
};

/** Says what a post is and what has become of it, in her language and her time. */
export function useDescribePost(): (post: Post, now: Date) => PostWords {
  const { posts } = useMessages(calendarMessages);
  const { pauses } = useMessages(pausesMessages);
  const { sessions } = useMessages(sessionsMessages);
  const platforms = usePlatforms();
  const zone = useTimeZone();
  const holds = useKnownHolds();
  const healthOf = useSessionHealth();
  return (post, now) => {
    const { platform } = post.account;
    // This installation may not offer the platform any more.
    const platformName = platforms.find(({ id }) => id === platform)?.name ?? platform;
    const { scheduledFor } = post;
    const hold = holdOf(post, now, holds);
    return {
      platformName,
      fate: fateOf(post, { isHeld: hold !== null, now }),
      time: scheduledFor === null ? posts.noTime : clockTime(new Date(scheduledFor), zone),
      sentence: describePost(post, { platformName, now, zone, hold }, { pauses, posts }),
      caption: post.caption.trim() || posts.noCaption,
      sessionEnd: sessionEndOf(post, now),
    };
  };

  function sessionEndOf({ account, scheduledFor, status }: Post, now: Date): string | null {
    if (status !== "pending" || scheduledFor === null) return null;
    const end = endBefore(healthOf(account.id, now), new Date(scheduledFor));
    return end && sessions.endsBefore(aboutDay(end, now, zone));
  }
}
