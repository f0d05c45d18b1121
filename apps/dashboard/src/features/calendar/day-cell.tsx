"use client";

import type { Post } from "@genie/directus-client";
import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { isTroubled } from "./post-fate.ts";
import { fullDayName } from "./describe-time.ts";
import type { GridDay } from "./month-grid.ts";
import { useDescribePost } from "./use-describe-post.ts";
import { PostChip } from "./post-chip.tsx";

/** More would stretch the week; the day itself shows them all. */
const chipCount = 3;

type DayCellProps = {
  day: GridDay;
  posts: Post[];
  today: string;
  chosenDay: string | null;
  now: Date;
  /** Something that may be dropped here is being dragged. */
  isTarget: boolean;
  /** Null when it is let go. */
  onDrag: (post: Post | null) => void;
  onDrop: () => void;
};

export function DayCell({ day, posts, today, chosenDay, now, isTarget, ...drag }: DayCellProps) {
  const { calendar } = useMessages(calendarMessages);
  const [isOver, setIsOver] = useState(false);
  const isToday = day.date === today;
  const isChosen = day.date === chosenDay;
  const isDropped = isTarget && isOver;
  const shown = posts.length > chipCount ? posts.slice(0, chipCount - 1) : posts;
  return (
    <td
      aria-current={isToday ? "date" : undefined}
      onDragOver={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        drag.onDrop();
      }}
      className={cn(
        "relative h-16 border-t border-line p-1 align-top not-first:border-l md:h-28",
        isChosen || isDropped ? "bg-accent-soft" : !day.isInMonth && "bg-page",
        isDropped && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <AddressLink
        to={{ day: day.date, post: null }}
        aria-label={calendar.dayWithPosts(fullDayName(day.date), posts.length)}
        className="block after:absolute after:inset-0 md:after:hidden"
      >
        <span
          className={cn(
            "grid size-7 place-items-center rounded-control text-sm tabular-nums",
            isToday ? "bg-accent font-strong text-on-accent" : !day.isInMonth && "text-ink-soft",
          )}
        >
          {day.day}
        </span>
      </AddressLink>
      <SmallPosts posts={posts} now={now} />
      <ul className="mt-1 hidden gap-1 empty:hidden md:grid">
        {shown.map((post) => (
          <li key={post.id}>
            <PostChip post={post} now={now} onDrag={drag.onDrag} />
          </li>
        ))}
        {shown.length < posts.length && (
          <li>
            <AddressLink
              to={{ day: day.date, post: null }}
              className="block rounded-control px-1 py-1 text-xs text-ink-soft hover:bg-sunken hover:text-ink"
            >
              {calendar.more(posts.length - shown.length)}
            </AddressLink>
          </li>
        )}
      </ul>
    </td>
  );
}

/** A phone's day has room for one picture; its link says how many there are. */
function SmallPosts({ posts, now }: { posts: Post[]; now: Date }) {
  const describe = useDescribePost();
  const troubled = posts.find(isTroubled);
  const flagged = posts.find((post) => describe(post, now).sessionEnd !== null);
  const first = troubled ?? flagged ?? posts[0];
  if (first === undefined) return null;
  return (
    <div aria-hidden className="relative mt-0.5 w-fit md:hidden">
      <Thumbnail
        file={first.media[0]?.file ?? null}
        alt=""
        className={cn(
          "size-7 rounded-control border-2",
          troubled !== undefined && troubled.status !== "unconfirmed"
            ? "border-danger"
            : flagged !== undefined || troubled !== undefined
              ? "border-warn"
              : "border-transparent",
        )}
      />
      {posts.length > 1 && (
        <span className="absolute -right-2 -bottom-1 grid h-4 min-w-4 place-items-center rounded-control bg-ink px-0.5 text-[0.625rem] font-strong text-page">
          {posts.length}
        </span>
      )}
    </div>
  );
}
