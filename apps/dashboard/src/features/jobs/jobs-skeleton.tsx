"use client";

import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function JobsSkeleton() {
  const { jobs } = useMessages(jobsMessages);
  const { loading, titles } = useMessages();
  return (
    <Page title={titles.jobs} intro={jobs.intro}>
      <JobListSkeleton label={loading.jobs} />
    </Page>
  );
}

export function JobListSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label}>
      <Card className="grid grid-cols-1 gap-5">
        {[1, 2, 3].map((row) => (
          <div key={row} className="flex gap-4">
            <Skeleton className="size-10" />
            <div className="grid grow gap-2">
              <Skeleton className="h-5 w-48 max-w-full" />
              <Skeleton className="h-4 w-32" />
            </div>
          </div>
        ))}
      </Card>
    </output>
  );
}
