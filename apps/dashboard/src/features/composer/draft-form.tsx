"use client";

import { type Post, type Profile, readMedia } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerForm } from "./composer-form.tsx";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import type { DraftStore } from "./draft-store.ts";
import { KeptNote } from "./kept-note.tsx";
import type { useOpenedDraft } from "./use-opened-draft.ts";
import { fromWritten, mediaIdsOf, type WrittenDraft } from "./written-draft.ts";

type DraftFormProps = ComposerState & {
  drafts: DraftStore;
  opened: ReturnType<typeof useOpenedDraft>;
  openedAt: Date;
  profiles: readonly Profile[];
  posts: readonly Post[];
  /** What is to be said before everything else. */
  children?: ReactNode;
};

/** The form of an open draft, once its media are there. */
export function DraftForm({ opened, openedAt, children, ...form }: DraftFormProps) {
  const { composer } = useMessages(composerMessages);
  const media = useMediaOf(opened.kept.draft, form.posts);

  if (media.data === undefined) {
    return media.query.isLoadingError ? (
      <LoadProblem what={composer.loadFailed} of={[media.query]} />
    ) : (
      <ComposerSkeleton />
    );
  }
  return (
    <ComposerForm
      key={opened.turn}
      {...form}
      start={fromWritten(opened.kept.draft, media.data)}
      save={opened.save}
      takesFocus={opened.isHers}
      current={opened.current}
      onChange={opened.keep}
    >
      <KeptNote
        opened={opened}
        isNew={form.posts.length === 0}
        openedAt={openedAt}
        isSaving={opened.save.kind === "saving"}
      />
      {children}
    </ComposerForm>
  );
}

/** The media of a draft; those of the posts need not be asked for. */
function useMediaOf(draft: WrittenDraft, posts: readonly Post[]) {
  const known = posts.flatMap(({ media }) => media);
  const ids = mediaIdsOf(draft).filter((id) => !known.some((item) => item.id === id));
  const query = useQuery({
    queryKey: [...libraryKey, "some", ids],
    queryFn: () => readMedia(browserDirectus(), ids),
    enabled: ids.length > 0,
  });
  const asked = ids.length === 0 ? [] : query.data;
  return { query, data: asked && [...known, ...asked] };
}
