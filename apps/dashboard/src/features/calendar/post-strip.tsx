"use client";

import type { Post } from "@genie/directus-client";
import { cn } from "#components/ui/cn.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayName } from "./describe-time.ts";
import { PostLink } from "./post-link.tsx";
import { useTimeZone } from "./time-zone-provider.tsx";
import { wallTimeAt } from "./zoned-time.ts";

type PostStripProps = { title: string; posts: Post[]; now: Date; isTrouble?: boolean };

/** Posts that stand above the month, whichever month is shown. */
export function PostStrip({ title, posts, now, isTrouble = false }: PostStripProps) {
  const { posts: text } = useMessages();
  const zone = useTimeZone();
  const today = wallTimeAt(now, zone).date;
  if (posts.length === 0) return null;
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <h2 className={cn("font-strong", isTrouble && "text-danger")}>{title}</h2>
      <ul className="grid grid-cols-1 gap-2 md:grid-cols-2">
        {posts.map((post) => (
          <li key={post.id}>
            <PostLink
              post={post}
              now={now}
              day={
                post.scheduledFor !== null &&
                text.dayBefore(dayName(wallTimeAt(new Date(post.scheduledFor), zone).date, today))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
