"use client";

import { type Post, type PostPlan, updatePosts } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toaster.tsx";
import { postsKey } from "#features/calendar/use-posts.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type Unscheduled = {
  /** The posts as they were planned. */
  before: readonly Post[];
  /** What they were made instead. */
  changes: readonly { id: string; plan: PostPlan }[];
};

/** Takes an unscheduling back: the posts go out when they were to, with the words that they have now. */
export function useReschedule() {
  const { composer } = useMessages(composerMessages);
  const queryClient = useQueryClient();
  const router = useRouter();
  const sentence = useSentence();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ before, changes }: Unscheduled) =>
      updatePosts(
        browserDirectus(),
        before.flatMap(({ id, scheduledFor, timezone }) => {
          const plan = changes.find((change) => change.id === id)?.plan;
          return plan === undefined
            ? []
            : [{ id, plan: { ...plan, status: "pending", scheduledFor, timezone } }];
        }),
      ),
    onSuccess: (_nothing, { before }) => toast(composer.rescheduled(before.length)),
    onError: (error, { before }) =>
      toast(composer.notRescheduled(before.length, sentence(error)), {
        label: composer.show,
        run: () => router.push(`/app/calendar?post=${before[0]?.id ?? ""}`),
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: postsKey }),
  });
}
