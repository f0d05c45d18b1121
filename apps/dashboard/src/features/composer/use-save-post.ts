"use client";

import { createPost, type Post, type PostPlan, updatePost } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toaster.tsx";
import { describeAhead } from "#features/calendar/describe-time.ts";
import { postsKey } from "#features/calendar/use-posts.ts";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";

type Saving = { draft: ComposerDraft; status: PostPlan["status"] };
type SavePostOptions = { post: Post | null; zone: string; onSaved: () => void };

/** Saves a draft, or schedules it; the gate has the last word and its sentence is in the error. */
export function useSavePost({ post, zone, onSaved }: SavePostOptions) {
  const { composer } = useMessages();
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: async (saving: Saving) => {
      const plan = planOf(saving, zone);
      if (post === null) return createPost(browserDirectus(), plan);
      await updatePost(browserDirectus(), post.id, plan);
      return post.id;
    },
    onSuccess: async (id, saving) => {
      await queryClient.invalidateQueries({ queryKey: postsKey });
      onSaved();
      const { scheduledFor } = planOf(saving, zone);
      const text =
        saving.status === "draft" || scheduledFor === null
          ? composer.draftSaved
          : composer.scheduled(describeAhead(new Date(scheduledFor), new Date(), zone));
      // Editing began at the post, which is shown again.
      const show = { label: composer.show, run: () => router.push(`/app/calendar?post=${id}`) };
      toast(text, post === null ? show : undefined);
    },
  });
}

function planOf({ draft, status }: Saving, zone: string): PostPlan {
  const resolved = resolveWallTime(draft, zone);
  return {
    profileId: draft.profileId ?? "",
    caption: draft.caption,
    mediaIds: draft.media.map(({ id }) => id),
    scheduledFor: resolved === null ? null : resolved.at.toISOString(),
    timezone: zone,
    status,
    latePolicy: draft.latePolicy,
  };
}
