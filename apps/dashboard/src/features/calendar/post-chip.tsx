"use client";

import type { Post } from "@genie/directus-client";
import { KeyRound } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type Tone, toneOf } from "./post-fate.ts";
import { isMovable } from "./is-movable.ts";
import { StateIcon } from "./state-icon.tsx";
import { useDescribePost } from "./use-describe-post.ts";

const borders: Record<Tone, string> = {
  accent: "border-accent",
  danger: "border-danger",
  good: "border-line",
  neutral: "border-line",
  warn: "border-warn",
};

const grounds: Record<Tone, string> = {
  accent: "bg-accent-soft",
  danger: "bg-danger-soft",
  good: "bg-card",
  neutral: "bg-card",
  warn: "bg-warn-soft",
};

type PostChipProps = { post: Post; now: Date; onDrag: (post: Post | null) => void };

/** A post in a day of the month: small, and all of it said to readers. */
export function PostChip({ post, now, onDrag }: PostChipProps) {
  const { posts } = useMessages(calendarMessages);
  const { platformName, fate, time, sentence, caption, sessionEnd } = useDescribePost()(post, now);
  const tone = toneOf(fate);
  const isDraft = post.status === "draft";
  return (
    <AddressLink
      to={{ post: post.id }}
      title={[posts.summary(time, platformName, caption), sentence, sessionEnd]
        .filter((line) => line !== null)
        .join("\n")}
      draggable={isMovable(post)}
      onDragStart={() => onDrag(post)}
      onDragEnd={() => onDrag(null)}
      className={cn(
        "flex items-center gap-1.5 rounded-control border p-1 hover:border-control",
        grounds[tone],
        isDraft
          ? "border-dashed border-control"
          : sessionEnd !== null
            ? "border-warn"
            : borders[tone],
        post.status === "cancelled" && "opacity-60",
      )}
    >
      <Thumbnail file={post.media[0]?.file ?? null} alt="" className="size-9 rounded-control" />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="text-xs font-strong tabular-nums">
          {time}
          <span className="sr-only">
            {posts.rest(platformName, caption, sentence)}
            {sessionEnd !== null && `. ${sessionEnd}`}
          </span>
        </span>
        <span className="flex items-center gap-1">
          <PlatformMark name={platformName} className="size-4 text-[0.625rem]" />
          <StateIcon fate={fate} className="size-3.5" />
          {sessionEnd !== null && <KeyRound aria-hidden className="size-3.5 shrink-0 text-warn" />}
        </span>
      </span>
    </AddressLink>
  );
}
