"use client";

import { newId, type Post, type Profile } from "@genie/directus-client";
import { type ReactNode, useState } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { isOpenToChange } from "#features/calendar/is-movable.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { usePost, usePostGroup } from "#features/calendar/use-posts.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import { DraftForm } from "./draft-form.tsx";
import { browserDrafts } from "./draft-store.ts";
import { GroupNote } from "./group-note.tsx";
import { openEdit } from "./open-draft.ts";
import { draftOf } from "./start-drafts.ts";
import { useOpenedDraft } from "./use-opened-draft.ts";
import { toWritten } from "./written-draft.ts";

type EditComposerProps = ComposerState & {
  id: string;
  /** Whether the posts that were written as one with it are changed as well. */
  isTogether: boolean;
};

export function EditComposer({ id, isTogether, ...state }: EditComposerProps) {
  const { composer } = useMessages(composerMessages);
  const profiles = useProfiles(state.viewer);
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
      <EditedPosts {...state} profiles={profiles.data} posts={[post.data, ...others]}>
        {siblings.length > 0 && (
          <GroupNote post={post.data} siblings={siblings} isTogether={isTogether} />
        )}
      </EditedPosts>
    </>
  );
}

type EditedPostsProps = ComposerState & {
  profiles: readonly Profile[];
  posts: readonly [Post, ...Post[]];
  children: ReactNode;
};

function EditedPosts({ profiles, posts, children, ...state }: EditedPostsProps) {
  const zone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const drafts = browserDrafts(state.viewer.id);
  const opened = useOpenedDraft({
    drafts,
    place: state.place,
    version: JSON.stringify(toWritten(draftOf(posts, zone, openedAt))),
    begin: (kept) => openEdit(kept, posts, { zone, id: newId(), now: openedAt }),
  });
  return (
    <DraftForm
      {...state}
      drafts={drafts}
      opened={opened}
      openedAt={openedAt}
      profiles={profiles}
      posts={posts}
    >
      {children}
    </DraftForm>
  );
}
