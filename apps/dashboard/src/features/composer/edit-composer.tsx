"use client";

import { useState } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { isOpenToChange } from "#features/calendar/is-movable.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { usePost, usePostGroup } from "#features/calendar/use-posts.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerForm } from "./composer-form.tsx";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import { GroupNote } from "./group-note.tsx";
import { draftOf } from "./start-drafts.ts";

type EditComposerProps = ComposerState & {
  id: string;
  /** Whether the posts that were written as one with it are changed as well. */
  isTogether: boolean;
};

export function EditComposer({ viewer, kept, id, isTogether, ...state }: EditComposerProps) {
  const { composer } = useMessages(composerMessages);
  const zone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const profiles = useProfiles(viewer);
  const post = usePost(id);
  const group = usePostGroup(post.data?.groupId ?? null);

  const parts = [profiles, post, group];
  const problem = <LoadProblem what={composer.loadFailed} of={parts} />;
  if (parts.some(({ isLoadingError }) => isLoadingError)) return problem;
  if (profiles.data === undefined || post.data === undefined) return <ComposerSkeleton />;
  if (post.data === null) return <p>{composer.gone}</p>;
  if (post.data.status === "published") return <p>{composer.over}</p>;
  if (post.data.status === "unconfirmed") return <p>{composer.locked}</p>;
  if (post.data.groupId !== null && group.data === undefined) return <ComposerSkeleton />;
  const siblings = (group.data ?? []).filter((one) => one.id !== id);
  const others = isTogether ? siblings.filter(({ status }) => isOpenToChange(status)) : [];
  return (
    <>
      {problem}
      <ComposerForm
        {...state}
        viewer={viewer}
        profiles={profiles.data}
        posts={[post.data, ...others]}
        start={kept ?? draftOf([post.data, ...others], zone, openedAt)}
      >
        {siblings.length > 0 && (
          <GroupNote post={post.data} siblings={siblings} isTogether={isTogether} />
        )}
      </ComposerForm>
    </>
  );
}
