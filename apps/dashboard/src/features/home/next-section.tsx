"use client";

import type { Post } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PostRow } from "#features/calendar/post-row.tsx";
import { usePostClock } from "#features/calendar/use-post-clock.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** The next posts, each with what is about to happen to it. */
export function NextSection({ posts }: { posts: Post[] }) {
  const { calendar } = useMessages(calendarMessages);
  const { home } = useMessages(homeMessages);
  const now = usePostClock(posts);
  return (
    <section aria-label={home.nextTitle} className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-strong">{home.nextTitle}</h2>
        <ButtonLink variant="quiet" size="small">
          <IntentLink href="/app/calendar">{home.toCalendar}</IntentLink>
        </ButtonLink>
      </div>
      {posts.length === 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-dashed border-control p-4">
          <p className="text-ink-soft">{home.nextEmpty}</p>
          <ButtonLink variant="secondary" size="small">
            <AddressLink to={{ compose: "new" }}>{calendar.newPost}</AddressLink>
          </ButtonLink>
        </div>
      ) : (
        <ul className="grid grid-cols-1 gap-2">
          {posts.map((post) => (
            <li key={post.id}>
              <IntentLink
                href={`/app/calendar?post=${post.id}`}
                className="block rounded-card border border-line bg-card p-3 hover:border-control"
              >
                <PostRow post={post} now={now} withDay />
              </IntentLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
