"use client";

import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function ActionsSkeleton() {
  const { flows } = useMessages(flowsMessages);
  const { titles } = useMessages();
  return (
    <Page title={titles.actions} intro={flows.intro}>
      <FlowListSkeleton />
    </Page>
  );
}

/** The layout of the list while it is asked for. */
export function FlowListSkeleton() {
  const { loading } = useMessages();
  return (
    <output aria-label={loading.actions} className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      {[1, 2, 3, 4].map((card) => (
        <Card key={card} className="grid grid-cols-1 gap-2 sm:p-4">
          <Skeleton className="h-5 w-40 max-w-full" />
          <Skeleton className="h-4 w-64 max-w-full" />
          <Skeleton className="mt-2 h-8 w-full" />
        </Card>
      ))}
    </output>
  );
}
