"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";

const widths = [12, 9, 15, 8, 12, 12, 9, 14, 10, 12];

export function LibrarySkeleton() {
  const { library, titles } = useMessages();
  return (
    <Page wide title={titles.media}>
      <Skeleton className="h-10 w-full" />
      <MediaGridSkeleton label={library.loading} />
    </Page>
  );
}

export function MediaGridSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="flex flex-wrap gap-3">
      {widths.map((width, place) => (
        <div
          // oxlint-disable-next-line react/no-array-index-key -- they never move
          key={place}
          style={{ flexGrow: width, flexBasis: `${width}rem` }}
          className="grid min-w-24 gap-2"
        >
          <Skeleton className="h-34 sm:h-52" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      ))}
    </output>
  );
}
