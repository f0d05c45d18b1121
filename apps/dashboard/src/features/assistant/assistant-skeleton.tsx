"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function AssistantSkeleton() {
  const { loading, titles } = useMessages();
  return (
    <Page title={titles.assistant}>
      <div className="lg:pl-68">
        <ThreadSkeleton label={loading.assistant} />
      </div>
    </Page>
  );
}

/** A question and its answer, before they are there. */
export function ThreadSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-1 gap-6">
      <Skeleton className="h-11 w-56 max-w-[85%] justify-self-end" />
      <div className="grid gap-2">
        <Skeleton className="h-5 w-full max-w-prose" />
        <Skeleton className="h-5 w-80 max-w-full" />
      </div>
    </output>
  );
}
