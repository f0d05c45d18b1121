"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { CalendarSkeleton } from "./calendar-skeleton.tsx";

export function CalendarPageSkeleton() {
  const { titles } = useMessages();
  return (
    <Page title={titles.calendar}>
      <Skeleton className="h-10 w-56" />
      <CalendarSkeleton />
    </Page>
  );
}
