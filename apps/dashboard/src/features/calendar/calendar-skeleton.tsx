"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function CalendarSkeleton() {
  const { loading } = useMessages();
  return (
    <output aria-label={loading.calendar} className="grid grid-cols-7 gap-1">
      {Array.from({ length: 35 }, (_, day) => (
        <Skeleton key={day} className="h-16 md:h-28" />
      ))}
    </output>
  );
}
