"use client";

import type { Post } from "@genie/directus-client";
import { cn } from "#components/ui/cn.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PostLink } from "./post-link.tsx";

/** More would push the month off the screen. */
const shownCount = 4;

type PostStripProps = { title: string; posts: Post[]; now: Date; isTrouble?: boolean };

/** Posts that stand apart from the month, whichever month is shown. */
export function PostStrip({ title, posts, now, isTrouble = false }: PostStripProps) {
  const { calendar } = useMessages(calendarMessages);
  if (posts.length === 0) return null;
  const others = posts.slice(shownCount);
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <h2 className={cn("font-strong", isTrouble && "text-danger")}>{title}</h2>
      <PostGrid posts={posts.slice(0, shownCount)} now={now} />
      {others.length > 0 && (
        <details className="grid gap-2">
          <summary className="cursor-pointer rounded-control py-2 text-ink-soft hover:text-ink">
            {calendar.more(others.length)}
          </summary>
          <PostGrid posts={others} now={now} />
        </details>
      )}
    </section>
  );
}

function PostGrid({ posts, now }: { posts: Post[]; now: Date }) {
  return (
    <ul className="grid grid-cols-1 gap-2 md:grid-cols-2">
      {posts.map((post) => (
        <li key={post.id}>
          <PostLink post={post} now={now} withDay />
        </li>
      ))}
    </ul>
  );
}
