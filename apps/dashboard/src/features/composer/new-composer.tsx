"use client";

import { readMedia } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { libraryKey } from "#features/media/library-key.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerForm } from "./composer-form.tsx";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import { ConnectFirst } from "./connect-first.tsx";
import { suggestedTime } from "./quick-times.ts";
import { newDraft } from "./start-drafts.ts";

type NewComposerProps = ComposerState & { day: string | null; mediaIds: string | null };

export function NewComposer({ viewer, kept, day, mediaIds, ...state }: NewComposerProps) {
  const { composer } = useMessages(composerMessages);
  const zone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const profiles = useProfiles(viewer);
  const ids = mediaIds === null ? [] : mediaIds.split(",").slice(0, 20);
  const media = useQuery({
    queryKey: [...libraryKey, "some", ids],
    queryFn: () => readMedia(browserDirectus(), ids),
  });

  const parts = [profiles, media];
  const problem = <LoadProblem what={composer.loadFailed} of={parts} />;
  if (parts.some(({ isLoadingError }) => isLoadingError)) return problem;
  if (profiles.data === undefined || media.data === undefined) return <ComposerSkeleton />;
  if (profiles.data.length === 0) return <ConnectFirst />;
  const start = kept ?? newDraft(profiles.data[0]?.id, zone, openedAt);
  return (
    <>
      {problem}
      <ComposerForm
        {...state}
        viewer={viewer}
        profiles={profiles.data}
        posts={[]}
        start={{
          ...start,
          ...(media.data.length > 0 && { media: media.data }),
          ...(day !== null && suggestedTime(openedAt, zone, day)),
        }}
      />
    </>
  );
}
