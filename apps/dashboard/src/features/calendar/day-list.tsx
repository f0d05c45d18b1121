"use client";

import type { Post } from "@genie/directus-client";
import { Plus } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { fullDayName } from "./describe-time.ts";
import { PostLink } from "./post-link.tsx";

type DayListProps = { date: string; posts: Post[]; isOver: boolean; now: Date };

/** All posts of the chosen day. */
export function DayList({ date, posts, isOver, now }: DayListProps) {
  const { calendar } = useMessages(calendarMessages);
  return (
    <section aria-label={fullDayName(date)} className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base font-strong">{fullDayName(date)}</h2>
        {!isOver && (
          <ButtonLink variant="secondary" size="small">
            <AddressLink to={{ compose: "new", on: date, post: null }}>
              <Plus aria-hidden />
              {calendar.addToDay}
            </AddressLink>
          </ButtonLink>
        )}
      </div>
      {posts.length === 0 ? (
        <p className="text-ink-soft">{calendar.dayEmpty}</p>
      ) : (
        <ul className="grid grid-cols-1 gap-2">
          {posts.map((post) => (
            <li key={post.id}>
              <PostLink post={post} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
