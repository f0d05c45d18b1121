"use client";

import { countMedia, type MediaQuery, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { Images, SearchX, Upload } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";
import { filterCount, libraryParts, libraryQuery } from "./library-query.ts";
import { MediaGridSkeleton } from "./library-skeleton.tsx";
import { LibraryToolbar } from "./library-toolbar.tsx";
import { MediaDrawer } from "./media-drawer.tsx";
import { MediaGrid } from "./media-grid.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadList } from "./upload-list.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useLibraryWork } from "./use-library-work.ts";
import { useMediaPages } from "./use-media-pages.ts";
import { useUploads } from "./use-uploads.ts";

type LibraryPageProps = { viewer: Viewer; displayName: string };

export function LibraryPage({ viewer, displayName }: LibraryPageProps) {
  const { library, titles } = useMessages();
  const address = useAddress();
  const query = libraryQuery(address.get);
  const pages = useMediaPages(viewer, query, useLibraryWork(viewer));
  const uploads = useUploads();
  const isOver = useFileDrop(uploads.add);
  const item = address.get("item");
  const isEmpty = pages.isSuccess && pages.media.length === 0;
  return (
    <Page wide title={titles.media} action={<UploadButton onFiles={uploads.add} />}>
      <LibraryToolbar query={query} />
      <UploadList uploads={uploads.list} onRemove={uploads.remove} onRetry={uploads.retry} />
      {pages.isPending && <MediaGridSkeleton label={library.loading} />}
      {pages.isError && (
        <LoadProblem
          what={library.loadFailed}
          error={pages.error}
          busy={pages.isFetching}
          onRetry={() => void pages.refetch()}
        />
      )}
      {isEmpty && <NothingHere query={query} />}
      {pages.media.length > 0 && (
        <>
          <MediaCount viewer={viewer} query={query} />
          <MediaGrid media={pages.media} />
        </>
      )}
      <LoadMore pages={pages} label={library.loadMore} />
      {item !== null && (
        <MediaDrawer
          key={item}
          id={item}
          viewer={viewer}
          displayName={displayName}
          known={pages.media.find(({ id }) => id === item)}
          onClose={() => address.close("item")}
        />
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

function NothingHere({ query }: { query: MediaQuery }) {
  const { library, platforms } = useMessages();
  const address = useAddress();
  if (query.search === "" && filterCount(query) === 0) {
    return (
      <EmptyState icon={Images} title={library.emptyTitle} text={library.empty}>
        <ButtonLink>
          <IntentLink href="/app/platforms">{platforms.connect}</IntentLink>
        </ButtonLink>
      </EmptyState>
    );
  }
  const none = Object.fromEntries(libraryParts.map((part) => [part, null]));
  return (
    <EmptyState icon={SearchX} title={library.nothingFound} text={library.nothingFoundHint}>
      <Button variant="secondary" onClick={() => address.go(none)}>
        {library.showAll}
      </Button>
    </EmptyState>
  );
}

function MediaCount({ viewer, query }: { viewer: Viewer; query: MediaQuery }) {
  const { library } = useMessages();
  const { order: _order, ...filter } = query;
  const { data: count } = useQuery({
    queryKey: [...libraryKey, "count", filter],
    queryFn: () => countMedia(browserDirectus(), viewer, filter),
  });
  return (
    <p aria-live="polite" className="-my-2 text-ink-soft">
      {count === undefined ? " " : library.count(count)}
    </p>
  );
}
