"use client";

import { useState } from "react";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { usePost } from "#features/calendar/use-posts.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ComposerForm } from "./composer-form.tsx";
import { ComposerSkeleton } from "./composer-skeleton.tsx";
import type { ComposerState } from "./composer-state.ts";
import { draftOf } from "./composer-draft.ts";

export function EditComposer({ viewer, kept, id, ...state }: ComposerState & { id: string }) {
  const { composer } = useMessages();
  const zone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const profiles = useProfiles(viewer);
  const post = usePost(id);

  if (profiles.isError || post.isError) {
    const retry = () => {
      void profiles.refetch();
      void post.refetch();
    };
    return (
      <LoadProblem
        what={composer.loadFailed}
        error={profiles.error ?? post.error}
        busy={profiles.isFetching || post.isFetching}
        onRetry={retry}
      />
    );
  }
  if (!profiles.isSuccess || !post.isSuccess) return <ComposerSkeleton />;
  if (post.data === null) return <p>{composer.gone}</p>;
  if (post.data.status === "published") return <p>{composer.over}</p>;
  if (post.data.status === "unconfirmed") return <p>{composer.locked}</p>;
  return (
    <ComposerForm
      {...state}
      viewer={viewer}
      profiles={profiles.data}
      post={post.data}
      start={kept ?? draftOf(post.data, zone, openedAt)}
    />
  );
}
