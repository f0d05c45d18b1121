"use client";

import type { MediaUse } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { useMessages } from "#messages/use-messages.ts";

/** The posts that an entry is in, each a link into the calendar. */
export function MediaUses({ uses }: { uses: readonly MediaUse[] }) {
  const { library, posts } = useMessages();
  if (uses.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-strong">{library.detail.usedIn}</h3>
      <ul className="grid gap-1">
        {uses.map(({ postId, status, scheduledFor }) => (
          <li key={postId}>
            <IntentLink
              href={`/app/calendar?post=${postId}`}
              className="text-accent underline underline-offset-4"
            >
              {posts.states[status]}, <Moment at={scheduledFor} none={posts.noTime} />
            </IntentLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
