"use client";

import { movePost, type Post } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useAddress } from "#features/shell/use-address.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayAndTime } from "./describe-time.ts";
import { postsKey } from "./use-posts.ts";
import { onAnotherDay } from "./zoned-time.ts";

/** Moves a post to another day at the same clock time; shown at once, taken back when refused. */
export function useMovePost(zone: string): (post: Post, date: string) => void {
  const { calendar } = useMessages(calendarMessages);
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const toast = useToast();
  const address = useAddress();

  const save = async (post: Post, at: Date) => {
    const scheduledFor = at.toISOString();
    const lists = { queryKey: [...postsKey, "list"] };
    await queryClient.cancelQueries(lists);
    const show = (shown: string | null) =>
      queryClient.setQueriesData<Post[]>(lists, (posts) =>
        posts?.map((one) => (one.id === post.id ? { ...one, scheduledFor: shown } : one)),
      );
    show(scheduledFor);
    try {
      await movePost(browserDirectus(), post.id, { scheduledFor, timezone: zone });
    } catch (error) {
      show(post.scheduledFor);
      throw error;
    } finally {
      await queryClient.invalidateQueries({ queryKey: postsKey });
    }
  };
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
    const openPost = { label: calendar.post.showPost, run: () => address.go({ post: post.id }) };
    const fail = (error: unknown) => toast(sentence(error), openPost);
    const undo = {
      label: calendar.post.undo,
      run: () => void save({ ...post, scheduledFor: at.toISOString() }, before).catch(fail),
    };
    save(post, at).then(
      () =>
        // A time that has passed can't be given back.
        toast(calendar.post.moved(dayAndTime(at, now, zone)), before > now ? undo : undefined),
      fail,
    );
  };
}
