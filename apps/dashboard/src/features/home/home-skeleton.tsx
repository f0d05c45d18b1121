"use client";

import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function HomeSkeleton() {
  return (
    <Page title={<Skeleton className="h-9 w-48" />}>
      <HomeSkeletonContent />
    </Page>
  );
}

/** The layout of Home while its parts are being asked for. */
export function HomeSkeletonContent() {
  const { loading } = useMessages();
  return (
    <output aria-label={loading.home} className="grid grid-cols-1 gap-6">
      <Skeleton className="h-7 w-40" />
      {[1, 2].map((row) => (
        <Card key={row} className="flex items-start gap-3 p-3 sm:p-3">
          <Skeleton className="size-14" />
          <div className="grid min-w-0 grow grid-cols-1 gap-2">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4 w-64 max-w-full" />
          </div>
        </Card>
      ))}
      <Skeleton className="h-7 w-40" />
      <Card className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        {[1, 2, 3].map((figure) => (
          <div key={figure} className="grid grid-cols-1 gap-2">
            <Skeleton className="h-4 w-20" />
            <Skeleton className="h-7 w-28" />
            <Skeleton className="h-8 w-full" />
          </div>
        ))}
      </Card>
    </output>
  );
}
