"use client";

import type { Media } from "@genie/directus-client";
import type { LibraryOrder } from "@genie/schema";
import { Banknote, Eye, Heart, type LucideIcon, MessageCircle } from "lucide-react";
import { formatMoney, formatShortCount } from "#features/media/format-figures.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const icons = { likes: Heart, comments: MessageCircle, views: Eye, earnings: Banknote } as const;
type Figure = keyof typeof icons;

/** The figure that the library is sorted by; likes where it is sorted by time. */
export function TileFigure({ media, order }: { media: Media; order: LibraryOrder }) {
  const { library } = useMessages(libraryMessages);
  const figure: Figure = order === "newest" || order === "oldest" ? "likes" : order;
  const words = figureOf(media, figure);
  if (words === null) return null;
  const Icon: LucideIcon = icons[figure];
  return (
    <span className="flex shrink-0 items-center gap-1" title={library.figures[figure]}>
      <Icon aria-hidden className="size-3.5" />
      <span data-sensitive className="tabular-nums">
        {words}
      </span>
    </span>
  );
}

function figureOf(media: Media, figure: Figure): string | null {
  if (figure === "earnings") {
    return media.earnings === null ? null : formatMoney(media.earnings, media.currency);
  }
  const count = media[figure];
  return count === null ? null : formatShortCount(count);
}
