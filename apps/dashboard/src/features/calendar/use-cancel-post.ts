"use client";

import { type Post, setPostStatus } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { isEditable } from "./is-movable.ts";
import { postsKey } from "./use-posts.ts";

/** Cancels a post, with an undo, and puts a cancelled one back; what comes of that is said in any case. */
export function useCancelPost() {
  const { calendar } = useMessages(calendarMessages);
  const { post: text } = calendar;
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const toast = useToast();
  const reload = () => queryClient.invalidateQueries({ queryKey: postsKey });
  const restore = useMutation({
    mutationFn: async (post: Post) => {
      const status = stateBefore(post);
      await setPostStatus(browserDirectus(), post.id, status);
      return status;
    },
    onSuccess: (status) => toast(status === "pending" ? text.restored : text.restoredAsDraft),
    // Not where it is asked for: the drawer is closed by then, and TanStack calls nothing of it.
    onError: (error) => toast(`${text.restoreFailed} ${sentence(error)}`),
    onSettled: reload,
  });
  const cancel = useMutation({
    mutationFn: (post: Post) => setPostStatus(browserDirectus(), post.id, "cancelled"),
    onSuccess: (_nothing, post) =>
      toast(saidOf(post, text), { label: text.undo, run: () => restore.mutate(post) }),
    // Not waited for: its drawer closes at once, while the undo is still shown.
    onSettled: () => void reload(),
  });
  return { cancel, restore };
}

/** Back to where a person may put it: what had failed or has lost its time becomes a draft. */
function stateBefore({ status, scheduledFor }: Post): "draft" | "pending" {
  const isAhead = scheduledFor !== null && Date.parse(scheduledFor) > Date.now();
  return isAhead && (status === "cancelled" || status === "pending" || status === "publishing")
    ? "pending"
    : "draft";
}

function saidOf({ status }: Post, text: Record<"cancelled" | "discarded" | "dismissed", string>) {
  if (status === "draft") return text.discarded;
  return isEditable(status) ? text.cancelled : text.dismissed;
}
