"use client";

import type { Media, Profile } from "@genie/directus-client";
import { TriangleAlert } from "lucide-react";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { describeAhead } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeAgo } from "./describe-ago.ts";
import { type Lately, latelyIn } from "./lately.ts";

/** What is known of where the media of a draft went lately. */
export type KnownOutings = {
  lately: readonly Lately[];
  /** The entries that went there. */
  used: readonly Media[];
  profiles: readonly Profile[];
};

type LatelyNotesProps = {
  known: KnownOutings;
  /** Of the part that is shown, and the accounts that get them. */
  media: readonly Media[];
  accountIds: readonly string[];
};

/** That pictures went to the same place lately, each with the one that did and a way to it. */
export function LatelyNotes({ known, media, accountIds }: LatelyNotesProps) {
  const { composer } = useMessages(composerMessages);
  const { lately: text } = composer;
  const { used, profiles } = known;
  const lately = latelyIn(known.lately, { accountIds, mediaIds: media.map(({ id }) => id) });
  return (
    <ul aria-label={text.label} aria-live="polite" className="-mt-3 grid gap-2 empty:hidden">
      {lately.map((one) => {
        const { mediaId, outing } = one;
        const entry = media.find(({ id }) => id === mediaId);
        const usedEntry = used.find(({ id }) => id === outing.usedMediaId);
        return (
          <li
            key={`${mediaId} ${outing.usedMediaId} ${outing.postId} ${outing.at}`}
            className="flex items-start gap-3 rounded-control bg-warn-soft p-2 text-warn"
          >
            <Thumbnail
              file={usedEntry?.file ?? null}
              alt={text.usedPicture}
              className="size-12 shrink-0 rounded-control"
            />
            <div className="grid min-w-0 gap-0.5">
              <p className="flex items-start gap-1.5">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                <LatelySentence
                  outing={outing}
                  kind={entry?.kind ?? "image"}
                  username={profiles.find(({ id }) => id === outing.profileId)?.username ?? null}
                />
              </p>
              <OutsideLink href={linkTo(outing)}>
                {outing.postId === null ? text.showEntry : text.showPost}
              </OutsideLink>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type LatelySentenceProps = {
  outing: Lately["outing"];
  kind: Media["kind"];
  /** Null when the account is not connected any more. */
  username: string | null;
};

function LatelySentence({ outing, kind, username }: LatelySentenceProps) {
  const { composer } = useMessages(composerMessages);
  const { lately: text } = composer;
  const now = useNow(60_000);
  const zone = useTimeZone();
  const platforms = usePlatformNames();
  const at = new Date(outing.at);
  const place =
    username === null
      ? (platforms.find(({ id }) => id === outing.platform)?.name ?? outing.platform)
      : `@${username}`;
  const what = text.relations[outing.relation](text.kinds[kind]);
  return (
    <span data-sensitive className="min-w-0 wrap-anywhere">
      {at > now
        ? text.isToGo(what, place, describeAhead(at, now, zone))
        : text.went(what, place, describeAgo(at, now))}
    </span>
  );
}

function linkTo({ postId, usedMediaId }: Lately["outing"]): string {
  return postId === null ? `/app/media?item=${usedMediaId}` : `/app/calendar?post=${postId}`;
}
