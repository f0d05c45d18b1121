"use client";

import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function InsightsSkeleton() {
  const { insights } = useMessages(insightsMessages);
  const { titles } = useMessages();
  return (
    <Page title={titles.insights} intro={insights.intro}>
      <Skeleton className="h-10 w-72 max-w-full" />
      <InsightsSkeletonContent />
    </Page>
  );
}

/** The layout of the charts while their readings are being asked for. */
export function InsightsSkeletonContent() {
  const { loading } = useMessages();
  return (
    <output aria-label={loading.insights} className="grid grid-cols-1 gap-6">
      {[1, 2, 3].map((card) => (
        <Card key={card} className="grid grid-cols-1 gap-4">
          <Skeleton className="h-6 w-64 max-w-full" />
          <Skeleton className="h-5 w-80 max-w-full" />
          <Skeleton className="h-55 w-full" />
        </Card>
      ))}
    </output>
  );
}
