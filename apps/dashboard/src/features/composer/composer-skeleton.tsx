"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function ComposerSkeleton() {
  const { composer } = useMessages(composerMessages);
  return (
    <output aria-label={composer.loading} className="grid grid-cols-1 gap-6">
      <Skeleton className="h-10 w-48" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-10 w-full" />
    </output>
  );
}
