"use client";

import type { Media } from "@genie/directus-client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { useLibraryPages } from "#features/library/use-library-pages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { MediaOption } from "./media-option.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadList } from "./upload-list.tsx";
import { useUploads } from "./use-uploads.ts";

type MediaPickerProps = {
  /** What is chosen already, in order. */
  chosen: readonly Media[];
  /** The most that may be chosen. */
  limit: number;
  onDone: (media: Media[]) => void;
};

/** Content of a dialog: chooses entries of the library, in the order in which they are pressed. */
export function MediaPicker({ chosen, limit, onDone }: MediaPickerProps) {
  const { loading } = useMessages();
  const { library } = useMessages(libraryMessages);
  const { libraryPage } = useMessages(libraryPageMessages);
  const [selection, setSelection] = useState<readonly Media[]>(chosen);
  const [search, setSearch] = useState("");
  const uploads = useUploads();
  const words = useSettled(search.trim());
  const pages = useLibraryPages(words === "" ? {} : { search: words });
  const isFull = selection.length >= limit;

  const toggle = (media: Media) =>
    setSelection((current) =>
      current.some(({ id }) => id === media.id)
        ? current.filter(({ id }) => id !== media.id)
        : [...current, media].slice(0, limit),
    );

  const isChanged = idsOf(selection) !== idsOf(chosen);
  return (
    <div data-unsaved={isChanged ? "" : undefined} className="grid min-h-0 grid-cols-1 gap-4">
      <div className="flex flex-wrap gap-2">
        <Input
          type="search"
          aria-label={libraryPage.search}
          placeholder={libraryPage.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className="w-auto min-w-40 flex-1"
        />
        <UploadButton variant="secondary" onFiles={uploads.add} />
      </div>
      <UploadList uploads={uploads.list} onRemove={uploads.remove} onRetry={uploads.retry} />
      {pages.isPending && <PickerSkeleton label={loading.media} />}
      <LoadProblem what={library.loadFailed} of={[pages]} />
      {pages.data && pages.media.length === 0 && (
        <p className="py-8 text-center text-ink-soft">
          {search === "" ? library.empty : library.nothingFound}
        </p>
      )}
      <ul
        aria-label={library.picker.label}
        className="grid grid-cols-3 gap-2 empty:hidden sm:grid-cols-4"
      >
        {pages.media.map((media) => (
          <li key={media.id}>
            <MediaOption
              media={media}
              place={selection.findIndex(({ id }) => id === media.id) + 1}
              disabled={isFull}
              onToggle={() => toggle(media)}
            />
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} label={library.loadMore} />
      <footer className="sticky -bottom-4 -mx-4 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:px-6">
        <p aria-live="polite" className="text-ink-soft">
          {isFull ? library.picker.full(limit) : library.picker.chosen(selection.length, limit)}
        </p>
        <Button onClick={() => onDone([...selection])}>
          {library.picker.use(selection.length)}
        </Button>
      </footer>
    </div>
  );
}

const idsOf = (media: readonly Media[]) => media.map(({ id }) => id).join();

function PickerSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-3 gap-2 sm:grid-cols-4">
      {Array.from({ length: 8 }, (_, place) => (
        <Skeleton key={place} className="aspect-square" />
      ))}
    </output>
  );
}
