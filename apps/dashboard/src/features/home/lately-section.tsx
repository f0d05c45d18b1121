"use client";

import type { Post, Profile } from "@genie/directus-client";
import { CircleCheck, EyeOff, RefreshCw } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { Card } from "#components/ui/card.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type Happened, whatHappened } from "./what-happened.ts";

type LatelySectionProps = { profiles: Profile[]; posts: Post[] };

/** The last posts that went out and the last time each account was read, newest first. */
export function LatelySection({ profiles, posts }: LatelySectionProps) {
  const { home } = useMessages(homeMessages);
  const { posts: text } = useMessages(calendarMessages);
  const platforms = usePlatformNames();
  const events = whatHappened(profiles, posts);
  const nameOf = (id: string) => platforms.find((platform) => platform.id === id)?.name ?? id;
  return (
    <section aria-label={home.latelyTitle} className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-strong">{home.latelyTitle}</h2>
      <Card className="py-2 sm:py-2">
        {events.length === 0 && <p className="py-2 text-ink-soft">{home.latelyEmpty}</p>}
        <ul className="grid grid-cols-1 divide-y divide-line empty:hidden">
          {events.map((event) => (
            <li key={event.id} className="flex items-start gap-3 py-2.5">
              <EventIcon kind={event.kind} />
              <p className="min-w-0 flex-1 wrap-anywhere">
                {event.kind === "read" ? (
                  <>
                    {home.readAccount(nameOf(event.profile.platform))}{" "}
                    <span data-sensitive className="text-ink-soft">
                      @{event.profile.username}
                    </span>
                  </>
                ) : (
                  <>
                    {event.kind === "published"
                      ? home.postPublished(nameOf(event.post.account.platform))
                      : home.postTakenDown(nameOf(event.post.account.platform))}
                    :{" "}
                    <IntentLink
                      href={`/app/calendar?post=${event.id}`}
                      className="underline underline-offset-4"
                    >
                      <span data-sensitive>{event.post.caption.trim() || text.noCaption}</span>
                    </IntentLink>
                  </>
                )}
              </p>
              <span className="shrink-0 text-ink-soft">
                <Moment at={event.at} none="" />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function EventIcon({ kind }: Pick<Happened, "kind">) {
  if (kind === "published") {
    return <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />;
  }
  const [Icon, tone] = kind === "read" ? [RefreshCw, "text-ink-soft"] : [EyeOff, "text-warn"];
  return <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tone)} />;
}
