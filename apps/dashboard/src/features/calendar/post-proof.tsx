"use client";

import type { Post } from "@genie/directus-client";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayAndTime } from "./describe-time.ts";
import { useTimeZone } from "./time-zone-provider.tsx";

type PostProofProps = { post: Post; platformName: string; now: Date };

/** What shows that a post is, or was, on its platform. */
export function PostProof({ post, platformName, now }: PostProofProps) {
  const { actions } = useMessages();
  const { calendar } = useMessages(calendarMessages);
  const { proof: text } = calendar;
  const zone = useTimeZone();
  const [isLarge, setIsLarge] = useState(false);
  const { verifiedAt, lastSeenAt, takenDownAt, proofFileId } = post;
  const facts = [
    [text.seen(platformName), verifiedAt],
    [text.lastSeen(platformName), lastSeenAt === verifiedAt ? null : lastSeenAt],
    [text.gone(platformName), takenDownAt],
  ].flatMap(([label, at]) => (label && at ? [{ label, at: new Date(at) }] : []));
  if (facts.length === 0 && proofFileId === null) return null;
  return (
    <div className="flex items-start gap-4 border-t border-line pt-4">
      {proofFileId !== null && (
        <button
          type="button"
          aria-label={`${text.picture(platformName)}. ${text.enlarge}`}
          onClick={() => setIsLarge(true)}
          className="shrink-0 rounded-control border border-line hover:border-control"
        >
          <Thumbnail
            file={{ id: proofFileId, mime: "image/png" }}
            alt=""
            className="size-20 rounded-control"
          />
        </button>
      )}
      <dl className="grid grid-cols-1 gap-3">
        {facts.map(({ label, at }) => (
          <div key={label}>
            <dt className="text-ink-soft">{label}</dt>
            <dd>{dayAndTime(at, now, zone)}</dd>
          </div>
        ))}
      </dl>
      {proofFileId !== null && (
        <Dialog
          open={isLarge}
          onOpenChange={setIsLarge}
          title={text.picture(platformName)}
          closeLabel={actions.close}
        >
          {/* It comes through the gate, with the session's cookie. */}
          {/* oxlint-disable-next-line nextjs/no-img-element */}
          <img
            src={`/api/directus/assets/${proofFileId}`}
            alt={text.picture(platformName)}
            data-sensitive="media"
            className="max-h-[70dvh] w-full rounded-control bg-sunken object-contain"
          />
        </Dialog>
      )}
    </div>
  );
}
