"use client";

import type { Viewer } from "@genie/directus-client";
import { Upload } from "lucide-react";
import { Suspense, useCallback } from "react";
import { lazily } from "#components/ui/lazily.ts";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useDevice } from "#features/device/device-provider.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { UploadButton } from "#features/media/upload-button.tsx";
import { useFileDrop } from "#features/media/use-file-drop.ts";
import { useLibraryWork } from "#features/media/use-library-work.ts";
import { useUploads } from "#features/media/use-uploads.ts";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ChosenChips } from "./chosen-chips.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { LibraryGrid } from "./library-grid.tsx";
import { libraryQuery } from "./library-query.ts";
import { RowsSkeleton } from "./library-skeleton.tsx";
import { LibraryToolbar } from "./library-toolbar.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { useBin } from "./use-bin.ts";
import { useEscapeKey } from "./use-escape-key.ts";
import { useLibraryFacets } from "./use-library-facets.ts";
import { useLibraryOrder } from "./use-library-order.ts";
import { useLibraryPages } from "./use-library-pages.ts";
import { useSelection } from "./use-selection.ts";

const mediaDrawer = lazily(
  async () => (await import("#features/media/media-drawer.tsx")).MediaDrawer,
);
const selectionBar = lazily(async () => (await import("./selection-bar.tsx")).SelectionBar);
const uploadList = lazily(async () => (await import("#features/media/upload-list.tsx")).UploadList);

function prepareOpened(): void {
  mediaDrawer.prepare();
  selectionBar.prepare();
}

type LibraryPageProps = { viewer: Viewer; displayName: string };

export function LibraryPage({ viewer, displayName }: LibraryPageProps) {
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const { errors, titles } = useMessages();
  const address = useAddress();
  const { libraryView: view } = useDevice();
  const sentence = useSentence();
  const { order } = useLibraryOrder();
  const query = libraryQuery({ getAll: address.getAll, zone: useTimeZone(), order });
  const listKey = JSON.stringify(query);
  const pages = useLibraryPages(query, useLibraryWork(viewer));
  const { data: facets } = useLibraryFacets(query);
  const uploads = useUploads();
  const isOver = useFileDrop(uploads.add);
  const { media, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const selection = useSelection(
    listKey,
    media.map(({ id }) => id),
  );
  const bin = useBin(selection.drop);
  useEscapeKey(selection.ids.length > 0 ? selection.clear : null);
  const isBin = query.deleted ?? false;
  const remove = (ids: readonly string[]) => {
    if (!isBin) bin.remove.mutate(ids);
  };
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  const item = address.get("item");
  const place = media.findIndex(({ id }) => id === item);
  const step = (by: number) => {
    const next = place === -1 ? undefined : media[place + by];
    return next && (() => address.replace({ item: next.id }));
  };
  return (
    <Page wide title={titles.media} action={<UploadButton onFiles={uploads.add} />}>
      <LibraryToolbar viewer={viewer} query={query} facets={facets} />
      {uploads.list.length > 0 && (
        <Suspense>
          <uploadList.Component
            uploads={uploads.list}
            onRemove={uploads.remove}
            onRetry={uploads.retry}
          />
        </Suspense>
      )}
      <div className="flex items-start gap-6">
        <aside
          aria-label={library.filtersTitle}
          className="sticky top-4 hidden max-h-[calc(100dvh-2rem)] w-56 shrink-0 overflow-y-auto pr-2 lg:block"
        >
          <FacetPanel facets={facets?.facets} />
        </aside>
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-3">
          <ChosenChips />
          <p aria-live="polite" className="min-h-5 text-ink-soft">
            {facets && (isBin ? text.bin.count(facets.total) : library.count(facets.total))}
          </p>
          {bin.remove.isError && <Notice>{sentence(bin.remove.error)}</Notice>}
          {pages.isPending && <RowsSkeleton view={view} />}
          <LoadProblem what={library.loadFailed} of={[pages]} />
          {pages.data && media.length === 0 && <NothingHere query={query} />}
          {media.length > 0 && (
            <LibraryGrid
              media={media}
              view={view}
              order={order}
              listKey={listKey}
              selection={selection}
              hasMore={hasNextPage && !isFetchingNextPage && !isFetchNextPageError}
              onMore={more}
              onDelete={remove}
              onReached={prepareOpened}
            />
          )}
          {isFetchingNextPage && <RowsSkeleton view={view} rows={1} />}
          {isFetchNextPageError && (
            <LoadProblem
              what={errors.moreFailed}
              of={[{ ...pages, isLoadingError: true, refetch: fetchNextPage }]}
            />
          )}
        </div>
      </div>
      {selection.ids.length > 0 && (
        <Suspense>
          <selectionBar.Component
            viewer={viewer}
            displayName={displayName}
            media={media}
            selection={selection}
            isBin={isBin}
            isBusy={bin.remove.isPending || bin.restore.isPending}
            onDelete={remove}
            onRestore={bin.restore.mutate}
          />
        </Suspense>
      )}
      {item !== null && (
        <Suspense>
          <mediaDrawer.Component
            id={item}
            viewer={viewer}
            displayName={displayName}
            known={media[place]}
            onPrevious={step(-1)}
            onNext={step(1)}
            onClose={() => address.close("item")}
          />
        </Suspense>
      )}
      {isOver && (
        <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-card border-2 border-dashed border-accent bg-accent-soft text-accent opacity-95">
          <p className="flex items-center gap-2 text-lg font-strong">
            <Upload aria-hidden className="size-6" />
            {library.uploads.drop}
          </p>
        </div>
      )}
    </Page>
  );
}
