"use client";

import type { Post } from "@genie/directus-client";
import { KeyRound } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { toneOf } from "./post-fate.ts";
import { dayAndTime } from "./describe-time.ts";
import { StateIcon, toneText } from "./state-icon.tsx";
import { useTimeZone } from "./time-zone-provider.tsx";
import { useDescribePost } from "./use-describe-post.ts";

/** Where no heading names the day, `withDay` says it unless it is today. */
export type PostRowProps = { post: Post; now: Date; withDay?: boolean };

/** A post in a list: picture, time, caption, and what has become of it. */
export function PostRow({ post, now, withDay = false }: PostRowProps) {
  const zone = useTimeZone();
  const { platformName, fate, time, sentence, caption, sessionEnd } = useDescribePost()(post, now);
  return (
    <div className="flex min-w-0 items-start gap-3">
      <div className="relative shrink-0">
        <Thumbnail file={post.media[0]?.file ?? null} alt="" className="size-14 rounded-control" />
        <PlatformMark name={platformName} className="absolute -right-1 -bottom-1" />
      </div>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-strong tabular-nums">
            {withDay && post.scheduledFor !== null
              ? dayAndTime(new Date(post.scheduledFor), now, zone)
              : time}
          </span>
          <span className="text-ink-soft">
            {platformName}, <span data-sensitive>@{post.account.username}</span>
          </span>
        </p>
        <p className="truncate">
          <span data-sensitive>{caption}</span>
        </p>
        <p className={cn("flex items-start gap-1.5", toneText[toneOf(fate)])}>
          <StateIcon fate={fate} className="mt-0.5 size-4" />
          <span className="min-w-0 wrap-anywhere">{sentence}</span>
        </p>
        {sessionEnd !== null && (
          <p className="flex items-start gap-1.5 text-warn">
            <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 wrap-anywhere">{sessionEnd}</span>
          </p>
        )}
      </div>
    </div>
  );
}
