"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AltTextField } from "./alt-text-field.tsx";
import { CaptionField } from "./caption-field.tsx";
import { MediaActions } from "./media-actions.tsx";
import { MediaBadges } from "./media-badges.tsx";
import { MediaFacts } from "./media-facts.tsx";
import { MediaOutings } from "./media-outings.tsx";
import { MediaPreview } from "./media-preview.tsx";
import { MediaVersions } from "./media-versions.tsx";
import { SimilarMediaList } from "./similar-media-list.tsx";
import { useArrowKeys } from "./use-arrow-keys.ts";
import { useMediaDetail } from "./use-media-detail.ts";

const MediaCourse = lazy(async () => {
  const { MediaCourse: Course } = await import("./media-course.tsx");
  return { default: Course };
});

const MediaSubject = lazy(async () => {
  const { MediaSubject: Subject } = await import("#features/taxonomy/media-subject.tsx");
  return { default: Subject };
});

type MediaDrawerProps = {
  id: string;
  viewer: Viewer;
  displayName: string;
  /** The entry, when it is in the list that was loaded already. */
  known: Media | undefined;
  /** To the entries beside it in the list, where there are any. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
};

/** What an entry is, how it did, where it was used, what was made of it. */
export function MediaDrawer(props: MediaDrawerProps) {
  const { id, viewer, displayName, known, onPrevious, onNext, onClose } = props;
  const { actions } = useMessages();
  const { library } = useMessages(libraryMessages);
  const text = library.detail;
  const { media, detail, jobs } = useMediaDetail(viewer, id, known);
  useArrowKeys({ onLeft: onPrevious, onRight: onNext });
  return (
    <Drawer
      title={media ? library.kinds[media.kind] : text.title}
      closeLabel={actions.close}
      onClose={onClose}
    >
      <div className="grid grid-cols-1 gap-6">
        {(onPrevious ?? onNext) !== undefined && (
          <nav aria-label={text.beside} className="-my-2 flex justify-between">
            <Button variant="quiet" size="small" disabled={!onPrevious} onClick={onPrevious}>
              <ChevronLeft aria-hidden />
              {text.previous}
            </Button>
            <Button variant="quiet" size="small" disabled={!onNext} onClick={onNext}>
              {text.next}
              <ChevronRight aria-hidden />
            </Button>
          </nav>
        )}
        {media === undefined && detail.isPending && (
          <output aria-label={text.loading} className="grid gap-4">
            <Skeleton className="aspect-square w-full" />
            <Skeleton className="h-5 w-2/3" />
          </output>
        )}
        <LoadProblem what={text.loadFailed} of={[detail]} />
        {media === null && <p>{text.gone}</p>}
        {media && (
          <>
            <MediaPreview key={media.id} media={media} files={detail.data?.files ?? []} />
            <MediaBadges media={media} />
            <MediaActions
              key={`actions ${media.id}`}
              viewer={viewer}
              media={media}
              displayName={displayName}
              onMoved={onClose}
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
              <CaptionField key={`caption ${media.id}`} media={media} viewerId={viewer.id} />
            )}
            {media.kind !== "video" && (
              <AltTextField
                key={`alt ${media.id}`}
                media={media}
                label={text.altText}
                limit={null}
                viewerId={viewer.id}
              />
            )}
            <Suspense fallback={<Skeleton className="h-80 w-full" />}>
              <MediaSubject key={`subject ${media.id}`} viewer={viewer} media={media} jobs={jobs} />
            </Suspense>
            <MediaFacts media={media} />
            <Suspense>
              <MediaCourse media={media} />
            </Suspense>
            <MediaOutings viewer={viewer} mediaId={media.id} />
            <SimilarMediaList mediaId={media.id} />
          </>
        )}
      </div>
    </Drawer>
  );
}
