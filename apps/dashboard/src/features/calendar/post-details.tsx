"use client";

import type { Post } from "@genie/directus-client";
import { KeyRound } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { accountAnchor } from "#features/platforms/account-anchor.ts";
import { cn } from "#components/ui/cn.ts";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { tileRatio } from "#features/media/tile-shape.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { clockTime, fullDayName, utcTime } from "./describe-time.ts";
import { DoubtfulPost } from "./doubtful-post.tsx";
import { PostActions } from "./post-actions.tsx";
import { toneOf } from "./post-fate.ts";
import { PostProof } from "./post-proof.tsx";
import { PostSiblings } from "./post-siblings.tsx";
import { StateIcon, toneText } from "./state-icon.tsx";
import { useTimeZone } from "./time-zone-provider.tsx";
import { usePostClock } from "./use-post-clock.ts";
import { useDescribePost } from "./use-describe-post.ts";
import { wallTimeAt } from "./zoned-time.ts";

/** Everything about one post: what became of it first, then what it is. */
export function PostDetails({ post, onCancelled }: { post: Post; onCancelled: () => void }) {
  const { calendar } = useMessages(calendarMessages);
  const { library } = useMessages(libraryMessages);
  const { sessions } = useMessages(sessionsMessages);
  const zone = useTimeZone();
  const now = usePostClock([post]);
  const { platformName, fate, sentence, caption, sessionEnd } = useDescribePost()(post, now);
  const moment = post.publishedAt ?? post.scheduledFor;
  const at = moment === null ? null : new Date(moment);
  const facts =
    at === null
      ? []
      : [
          [
            calendar.post.yourTime,
            `${fullDayName(wallTimeAt(at, zone).date)}, ${clockTime(at, zone)} (${zone})`,
          ] as const,
          [calendar.post.utc, utcTime(at)] as const,
        ];
  return (
    <article className="grid grid-cols-1 gap-5">
      <output
        className={cn("flex items-start gap-2 text-base font-strong", toneText[toneOf(fate)])}
      >
        <StateIcon fate={fate} className="mt-0.5 size-5" />
        <span className="min-w-0 wrap-anywhere">{sentence}</span>
      </output>
      {sessionEnd !== null && (
        <div className="grid justify-items-start gap-2 rounded-control bg-warn-soft px-3 py-2">
          <p className="flex items-start gap-2 text-warn">
            <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{sessionEnd}.</span>
          </p>
          <ButtonLink variant="secondary" size="small">
            <IntentLink href={`/app/platforms#${accountAnchor(post.account.id)}`}>
              {sessions.renew}
            </IntentLink>
          </ButtonLink>
        </div>
      )}
      {fate === "looked_up" && <p className="text-ink-soft">{calendar.post.lookedUp}</p>}
      {fate === "taken_down" && <p>{calendar.proof.takenDown(platformName)}</p>}
      {(fate === "unconfirmed" || fate === "left") && (
        <DoubtfulPost post={post} platformName={platformName} now={now} />
      )}
      {post.media.length > 0 && (
        <ul className={cn("grid gap-1", post.media.length === 1 ? "grid-cols-1" : "grid-cols-2")}>
          {post.media.map((item) => (
            <li
              key={item.id}
              style={{ aspectRatio: post.media.length === 1 ? tileRatio(item) : 1 }}
            >
              <Thumbnail
                file={item.file}
                alt={mediaLabel(item, { library })}
                className="size-full rounded-control"
              />
            </li>
          ))}
        </ul>
      )}
      <p className="text-base wrap-anywhere whitespace-pre-wrap">
        <span data-sensitive>{caption}</span>
      </p>
      <dl className="grid grid-cols-1 gap-3 border-t border-line pt-4">
        <div>
          <dt className="text-ink-soft">{calendar.post.account}</dt>
          <dd className="flex items-center gap-2">
            <PlatformMark name={platformName} />
            <span>
              {platformName}, <span data-sensitive>@{post.account.username}</span>
            </span>
          </dd>
        </div>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {post.groupId !== null && <PostSiblings post={post} groupId={post.groupId} />}
      {post.status === "published" && (
        <PostProof post={post} platformName={platformName} now={now} />
      )}
      <PostActions post={post} platformName={platformName} onCancelled={onCancelled} />
    </article>
  );
}
