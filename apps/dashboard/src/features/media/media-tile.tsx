"use client";

import type { Media } from "@genie/directus-client";
import { Film, Images } from "lucide-react";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { MediaFigures } from "./media-figures.tsx";
import { mediaLabel } from "./media-label.ts";
import { SourceBadge } from "./source-badge.tsx";

/** An entry in the grid: the picture first, then its caption and figures. */
export function MediaTile({ media, ratio }: { media: Media; ratio: number }) {
  const messages = useMessages();
  // A post without media is kept as a gallery of none.
  const isText = media.kind === "gallery" && media.file === null;
  const KindIcon = media.kind === "gallery" ? Images : Film;
  return (
    <article className="@container grid grid-cols-1 gap-1">
      <AddressLink
        to={{ item: media.id }}
        className="group relative block overflow-hidden rounded-control"
        style={{ aspectRatio: ratio }}
      >
        <span className="sr-only">{mediaLabel(media, messages)}</span>
        {isText ? (
          <span
            aria-hidden
            data-sensitive
            className="absolute inset-0 bg-sunken px-3 pt-9 text-ink-soft"
          >
            <span className="line-clamp-5">{media.caption}</span>
          </span>
        ) : (
          <Thumbnail
            file={media.file}
            alt=""
            className="absolute inset-0 transition-opacity duration-100 group-hover:opacity-90"
          />
        )}
        <SourceBadge
          media={media}
          className="absolute top-1.5 left-1.5 max-w-[calc(100%-0.75rem)]"
        />
        {media.kind !== "image" && !isText && (
          <span className="absolute right-1.5 bottom-1.5 rounded-control bg-card p-1 text-ink-soft">
            <KindIcon aria-hidden className="size-4" />
          </span>
        )}
      </AddressLink>
      <p data-sensitive className="truncate" title={media.caption}>
        {media.caption || <span className="text-ink-soft">{messages.library.noCaption}</span>}
      </p>
      <MediaFigures media={media} />
    </article>
  );
}
