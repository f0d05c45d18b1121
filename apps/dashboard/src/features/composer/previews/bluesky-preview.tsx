"use client";

import { Ellipsis, Heart, MessageSquare, Repeat2 } from "lucide-react";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { displayNameOf, handleOf, type PreviewProps } from "./preview.ts";
import { PreviewAvatar } from "./preview-avatar.tsx";
import { PreviewCaption } from "./preview-caption.tsx";
import { PreviewMedia } from "./preview-media.tsx";

/** A post as its timeline shows it, the cover of labelled media included. */
export function BlueskyPreview({ account, part, rating }: PreviewProps) {
  const { previewText: text } = useMessages(composerMessages).composer;
  const name = displayNameOf(account);
  return (
    <div className="flex gap-2.5 p-3">
      <PreviewAvatar name={name} className="rounded-full" />
      <div className="grid min-w-0 grow grid-cols-1 content-start gap-1.5">
        <p className="flex min-w-0 items-baseline gap-1">
          <span data-sensitive className="truncate font-strong">
            {name}
          </span>
          <span data-sensitive className="min-w-0 shrink-[9] truncate text-ink-soft">
            @{handleOf(account)}
          </span>
          <span className="shrink-0 text-ink-soft">· {text.now}</span>
        </p>
        {part.caption.trim() !== "" && <PreviewCaption caption={part.caption} />}
        <PreviewMedia
          media={part.media}
          cover={rating === "general" ? null : text.labels[rating]}
        />
        <p aria-hidden className="flex justify-between pt-1 text-ink-soft">
          {[MessageSquare, Repeat2, Heart, Ellipsis].map((Icon, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Icon key={place} className="size-4" />
          ))}
        </p>
      </div>
    </div>
  );
}
