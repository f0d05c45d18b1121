"use client";

import { movePost, type Post } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayAndTime } from "./describe-time.ts";
import { postsKey } from "./use-posts.ts";
import { onAnotherDay } from "./zoned-time.ts";

/** Moves a post to another day at the same clock time; shown at once, taken back when refused. */
export function useMovePost(zone: string): (post: Post, date: string) => void {
  const { calendar } = useMessages();
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const toast = useToast();

  const save = async (post: Post, at: Date) => {
    const scheduledFor = at.toISOString();
    const lists = { queryKey: [...postsKey, "list"] };
    await queryClient.cancelQueries(lists);
    queryClient.setQueriesData<Post[]>(lists, (posts) =>
      posts?.map((one) => (one.id === post.id ? { ...one, scheduledFor } : one)),
    );
    try {
      await movePost(browserDirectus(), post.id, { scheduledFor, timezone: zone });
    } finally {
      await queryClient.invalidateQueries({ queryKey: postsKey });
    }
  };
  const fail = (error: unknown) => toast(sentence(error));

  return (post, date) => {
    if (post.scheduledFor === null) return;
    const before = new Date(post.scheduledFor);
    const at = onAnotherDay(before, date, zone);
    if (at.getTime() === before.getTime()) return;
    const now = new Date();
    if (at <= now) {
      toast(calendar.post.movedIntoPast);
      return;
    }
    const undo = () => void save(post, before).catch(fail);
    save(post, at).then(
      () =>
        toast(calendar.post.moved(dayAndTime(at, now, zone)), {
          label: calendar.post.undo,
          run: undo,
        }),
      fail,
    );
  };
}
