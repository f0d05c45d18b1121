"use client";

import { newId, type Profile } from "@genie/directus-client";
import { useState } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import { ConnectFirst } from "./connect-first.tsx";
import { DraftForm } from "./draft-form.tsx";
import { browserDrafts } from "./draft-store.ts";
import { openNew } from "./open-draft.ts";
import { suggestedTime } from "./quick-times.ts";
import { newDraft } from "./start-drafts.ts";
import { useEarlierTry } from "./use-earlier-try.ts";
import { useOpenedDraft } from "./use-opened-draft.ts";
import { toWritten } from "./written-draft.ts";

/** What the address begins the post from. */
type Beginning = { day: string | null; mediaIds: string | null };

export function NewComposer(props: ComposerState & Beginning) {
  const { composer } = useMessages(composerMessages);
  const profiles = useProfiles(props.viewer);
  const isKnown = useEarlierTry(browserDrafts(props.viewer.id), props.place);

  const problem = <LoadProblem what={composer.loadFailed} of={[profiles]} />;
  if (profiles.isLoadingError) return problem;
  if (profiles.data === undefined || !isKnown) return <ComposerSkeleton />;
  if (profiles.data.length === 0) return <ConnectFirst />;
  return (
    <>
      {problem}
      <NewPost {...props} profiles={profiles.data} />
    </>
  );
}

type NewPostProps = ComposerState & Beginning & { profiles: readonly Profile[] };

function NewPost({ day, mediaIds, profiles, ...state }: NewPostProps) {
  const zone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const drafts = browserDrafts(state.viewer.id);
  const opened = useOpenedDraft({
    drafts,
    place: state.place,
    version: "",
    begin: (kept) => {
      const draft = {
        ...toWritten(newDraft(profiles[0]?.id, zone, openedAt)),
        ...(mediaIds !== null && { media: mediaIds.split(",").slice(0, 20) }),
        ...(day !== null && suggestedTime(openedAt, zone, day)),
      };
      return openNew(kept, draft, { id: newId(), zone, now: openedAt });
    },
  });
  return (
    <DraftForm
      {...state}
      drafts={drafts}
      opened={opened}
      openedAt={openedAt}
      profiles={profiles}
      posts={[]}
    />
  );
}
