"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { Drawer } from "#components/ui/drawer.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { AltTextField } from "./alt-text-field.tsx";
import { CaptionForm } from "./caption-form.tsx";
import { MediaActions } from "./media-actions.tsx";
import { MediaFacts } from "./media-facts.tsx";
import { MediaPreview } from "./media-preview.tsx";
import { MediaUses } from "./media-uses.tsx";
import { MediaVersions } from "./media-versions.tsx";
import { useMediaDetail } from "./use-media-detail.ts";

type MediaDrawerProps = {
  id: string;
  viewer: Viewer;
  displayName: string;
  /** The entry, when it is in the list that was loaded already. */
  known: Media | undefined;
  onClose: () => void;
};

/** What an entry is, how it did, where it was used, what was made of it. */
export function MediaDrawer({ id, viewer, displayName, known, onClose }: MediaDrawerProps) {
  const { actions, library } = useMessages();
  const { media, detail, jobs } = useMediaDetail(viewer, id, known);
  return (
    <Drawer
      title={media ? library.kinds[media.kind] : library.detail.title}
      closeLabel={actions.close}
      onClose={onClose}
    >
      <div className="grid grid-cols-1 gap-6">
        {media === undefined && detail.isPending && (
          <output aria-label={library.detail.loading} className="grid gap-4">
            <Skeleton className="aspect-square w-full" />
            <Skeleton className="h-5 w-2/3" />
          </output>
        )}
        {detail.isError && (
          <LoadProblem
            what={library.detail.loadFailed}
            error={detail.error}
            busy={detail.isFetching}
            onRetry={() => void detail.refetch()}
          />
        )}
        {media === null && <p>{library.detail.gone}</p>}
        {media && (
          <>
            <MediaPreview media={media} files={detail.data?.files ?? []} />
            <MediaActions
              viewer={viewer}
              media={media}
              uses={detail.data?.uses}
              displayName={displayName}
              onDeleted={onClose}
            />
            {detail.data && (
              <MediaVersions
                origin={detail.data.origin}
                derived={detail.data.derived}
                jobs={jobs}
              />
            )}
            {media.source === "scraped" ? (
              <p data-sensitive className="whitespace-pre-line wrap-anywhere">
                {media.caption || <span className="text-ink-soft">{library.noCaption}</span>}
              </p>
            ) : (
              <CaptionForm media={media} />
            )}
            {media.kind !== "video" && (
              <AltTextField
                key={media.id}
                media={media}
                label={library.detail.altText}
                limit={null}
              />
            )}
            <MediaFacts media={media} />
            {detail.data && <MediaUses uses={detail.data.uses} />}
          </>
        )}
      </div>
    </Drawer>
  );
}
