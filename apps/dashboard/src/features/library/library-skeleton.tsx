"use client";

import { Skeleton } from "#components/ui/skeleton.tsx";
import type { LibraryView } from "#features/device/device-preferences.ts";
import { useDevice } from "#features/device/device-provider.tsx";
import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";

const shapes = [
  [12, 9, 15, 8],
  [9, 14, 10, 12],
  [15, 8, 12, 9],
] as const;

export function LibrarySkeleton() {
  const { titles } = useMessages();
  const { libraryView: view } = useDevice();
  return (
    <Page wide title={titles.media}>
      <div className="flex flex-wrap gap-2">
        <Skeleton className="h-10 min-w-40 flex-1" />
        <Skeleton className="h-10 w-64" />
      </div>
      <div className="flex items-start gap-6">
        <div className="hidden w-56 shrink-0 gap-3 lg:grid">
          {[5, 4, 4, 6].map((lines, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- they never move
            <Skeleton key={place} className={lines > 4 ? "h-44" : "h-32"} />
          ))}
        </div>
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-3">
          <Skeleton className="h-5 w-24" />
          <RowsSkeleton view={view} />
        </div>
      </div>
    </Page>
  );
}

/** Stands where rows will be. */
export function RowsSkeleton({ view, rows }: { view: LibraryView; rows?: number }) {
  const { loading } = useMessages();
  return (
    <output aria-label={loading.media} className="grid grid-cols-1 gap-1">
      {view === "grid"
        ? shapes.slice(0, rows).map((widths, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- they never move
            <div key={row} className="flex gap-1">
              {widths.map((width, place) => (
                <div
                  // oxlint-disable-next-line react/no-array-index-key -- they never move
                  key={place}
                  style={{ flexGrow: width, flexBasis: 0 }}
                  className={place > 2 ? "hidden gap-2 sm:grid" : "grid gap-2"}
                >
                  <Skeleton className="h-34 sm:h-52" />
                  <Skeleton className="h-4 w-2/3" />
                </div>
              ))}
            </div>
          ))
        : Array.from({ length: (rows ?? 3) * 3 }, (_, row) => (
            <Skeleton key={row} className="h-17" />
          ))}
    </output>
  );
}
