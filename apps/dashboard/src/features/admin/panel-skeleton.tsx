"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { adminMessages } from "#messages/admin-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** The layout of the panel while it comes: its modules, its navigation, a list. */
export function PanelSkeleton() {
  const { admin } = useMessages(adminMessages);
  return (
    <output aria-label={admin.loading} className="absolute inset-0 flex gap-4 p-4">
      <Skeleton className="hidden w-12 md:block" />
      <Skeleton className="hidden w-52 md:block" />
      <div className="grid grow content-start gap-4">
        <Skeleton className="h-10 w-56 max-w-full" />
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </div>
    </output>
  );
}
