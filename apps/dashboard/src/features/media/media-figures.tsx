"use client";

import type { Media } from "@genie/directus-client";
import { Banknote, Eye, Heart, type LucideIcon, MessageCircle } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { formatMoney, formatShortCount } from "./format-figures.ts";

type Figured = Pick<Media, "comments" | "currency" | "earnings" | "likes" | "views">;

/** How an entry did; what the platform does not show is left out. */
export function MediaFigures({ media }: { media: Figured }) {
  const { library } = useMessages(libraryMessages);
  const { likes, comments, views, earnings, currency } = media;
  // In a narrow tile only what counts most.
  const counts = [
    { name: "likes", icon: Heart, count: likes, className: "" },
    { name: "comments", icon: MessageCircle, count: comments, className: "hidden @3xs:flex" },
    { name: "views", icon: Eye, count: views, className: "hidden @3xs:flex" },
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-soft empty:hidden">
      {counts.map(
        ({ name, icon, count, className }) =>
          count !== null && (
            <Figure
              key={name}
              icon={icon}
              className={className}
              label={library.figures[name]}
              text={formatShortCount(count)}
            />
          ),
      )}
      {earnings !== null && (
        <Figure
          icon={Banknote}
          label={library.figures.earnings}
          text={formatMoney(earnings, currency)}
        />
      )}
    </dl>
  );
}

type FigureProps = { icon: LucideIcon; label: string; text: string; className?: string };

function Figure({ icon: Icon, label, text, className }: FigureProps) {
  return (
    <div className={cn("flex items-center gap-1", className)} title={label}>
      <dt>
        <Icon aria-hidden className="size-3.5" />
        <span className="sr-only">{label}</span>
      </dt>
      <dd data-sensitive>{text}</dd>
    </div>
  );
}
