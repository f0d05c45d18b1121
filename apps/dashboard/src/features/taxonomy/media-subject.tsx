"use client";

import type { Job, Media, Viewer } from "@genie/directus-client";
import { LoaderCircle, Sparkles } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { MediaSubjectSkeleton } from "./media-subject-skeleton.tsx";
import { SortedSubject } from "./sorted-subject.tsx";
import { useClassification } from "./use-classification.ts";
import { useSuggestTags } from "./use-suggest-tags.ts";

type MediaSubjectProps = {
  viewer: Viewer;
  media: Pick<Media, "deletedAt" | "id">;
  /** Of this entry, newest first. */
  jobs: readonly Job[];
};

/** What an entry is about, why, and all that its creator can say to that. */
export function MediaSubject({ viewer, media, jobs }: MediaSubjectProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const entry = useClassification(media.id);
  const suggest = useSuggestTags(media.id, jobs);
  if (entry.data === null) return null;
  const canChange = media.deletedAt === null;
  const isDue = entry.data?.isDue ?? false;
  const classification = entry.data?.classification;
  return (
    <section aria-labelledby="media-subject" className="grid grid-cols-1 gap-4">
      <header className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id="media-subject" className="font-strong">
          {text.title}
        </h3>
        <output className="flex grow items-center gap-1.5 text-xs text-ink-soft">
          {isDue && (
            <>
              <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
              {text.sorting}
            </>
          )}
        </output>
        {canChange && (
          <Button
            variant="quiet"
            size="small"
            className="-mr-2 px-2"
            busy={suggest.isBusy}
            onClick={suggest.ask}
          >
            {!suggest.isBusy && <Sparkles aria-hidden />}
            {suggest.isBusy ? text.suggesting : text.suggest}
          </Button>
        )}
      </header>
      {suggest.problem !== null && <Notice>{suggest.problem}</Notice>}
      {entry.isPending && <MediaSubjectSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[entry]} />
      {entry.data && !classification && <MediaSubjectSkeleton label={text.sortingFirst} />}
      {entry.data && classification && (
        <SortedSubject
          viewer={viewer}
          mediaId={media.id}
          entry={{ ...entry.data, classification }}
          canChange={canChange}
        />
      )}
    </section>
  );
}
