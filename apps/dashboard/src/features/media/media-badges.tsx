"use client";

import type { Media } from "@genie/directus-client";
import { ShieldCheck } from "lucide-react";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** What was taken out of the file, and the entry's tags. */
export function MediaBadges({ media: { file, tags } }: { media: Media }) {
  const { library } = useMessages(libraryMessages);
  const removed = file?.removedMetadata ?? [];
  if (removed.length === 0 && tags.length === 0) return null;
  const badge = "flex items-center gap-1.5 rounded-control px-2 py-1 text-xs";
  return (
    <ul aria-label={library.detail.badges} className="-my-2 flex flex-wrap gap-1.5">
      {removed.map((kind) => (
        <li key={kind} className={`${badge} border border-line text-good`}>
          <ShieldCheck aria-hidden className="size-3.5" />
          {library.detail.removed[kind]}
        </li>
      ))}
      {tags.map((tag) => (
        <li key={tag} data-sensitive className={`${badge} bg-sunken text-ink-soft wrap-anywhere`}>
          {tag}
        </li>
      ))}
    </ul>
  );
}
