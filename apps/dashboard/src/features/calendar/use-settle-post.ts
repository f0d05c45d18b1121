"use client";

import { type Post, settlePost } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { doubtfulMessages } from "#messages/doubtful-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { postsKey } from "./use-posts.ts";

type Answer = { answer: "again" | "leave" } | { answer: "there"; permalink: string | null };

/** Says what became of a doubtful post; the gate has the last word and its sentence is in the error. */
export function useSettlePost({ id }: Pick<Post, "id">) {
  const { doubtful } = useMessages(doubtfulMessages);
  const queryClient = useQueryClient();
  const toast = useToast();
  const said = {
    there: doubtful.saidThere,
    again: doubtful.saidAgain,
    leave: doubtful.saidLeft,
  } as const;
  return useMutation({
    mutationFn: (answer: Answer) => settlePost(browserDirectus(), { post_id: id, ...answer }),
    onSuccess: (_nothing, { answer }) => toast(said[answer]),
    onSettled: () => queryClient.invalidateQueries({ queryKey: postsKey }),
  });
}
