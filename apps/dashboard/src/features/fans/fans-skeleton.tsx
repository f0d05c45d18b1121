"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function FansSkeleton() {
  const { fans } = useMessages(fansMessages);
  const { loading, titles } = useMessages();
  return (
    <Page title={titles.fans} intro={fans.intro}>
      <Skeleton className="h-10 w-full" />
      <FanListSkeleton label={loading.fans} />
    </Page>
  );
}

export function FanListSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-1 gap-2">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="h-20 md:h-14" />
      ))}
    </output>
  );
}
