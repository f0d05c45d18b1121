"use client";

import type { Media } from "@genie/directus-client";
import { cn } from "#components/ui/cn.ts";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type SourceBadgeProps = { media: Pick<Media, "account" | "source">; className?: string };

/** Where an entry comes from: the platform, her own device, or another entry. */
export function SourceBadge({ media: { source, account }, className }: SourceBadgeProps) {
  const { library } = useMessages(libraryMessages);
  const platform = usePlatformNames().find(({ id }) => id === account?.platform);
  const name = platform?.name ?? account?.platform;
  return (
    <span className={cn("source-badge", className)}>
      {source === "scraped" && name !== undefined ? name : library.sources[source]}
    </span>
  );
}
