"use client";

import type { Media } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { formatCount, formatMoney } from "#features/media/format-figures.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { InsightsQuery } from "./insights-query.ts";

/** A post with the figure that it is praised for; it opens in the library. */
export function BestPost({ media, by }: { media: Media; by: InsightsQuery["best"] }) {
  const { insights: text } = useMessages(insightsMessages);
  const { library } = useMessages(libraryMessages);
  const { caption, earnings, currency, publishedAt } = media;
  const figure =
    by === "earnings" ? formatMoney(earnings ?? "0", currency) : formatCount(media[by] ?? 0);
  return (
    <IntentLink
      href={`/app/media?item=${media.id}`}
      className="flex h-full items-center gap-3 rounded-card border border-line p-2 hover:border-control"
    >
      <Thumbnail file={media.file} alt="" className="size-16 shrink-0 rounded-control" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="font-strong tabular-nums">
          <span data-sensitive>{text.best.figure[by](figure)}</span>
        </p>
        <p className="truncate">
          <span data-sensitive>{caption || library.noCaption}</span>
        </p>
        <p className="text-ink-soft">
          <Moment at={publishedAt} none={text.best.noDate} />
        </p>
      </div>
    </IntentLink>
  );
}
