"use client";

import { createDeleteJob, findDeleteJob, type Job, type Post } from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { postsKey } from "./use-posts.ts";

const lookAgainMs = 1_500;

/** Asks for a post to be deleted on its platform, and says how that goes; null while nobody asked. */
export function useDeleteThere(post: Post) {
  const queryClient = useQueryClient();
  const key = [...postsKey, "deleting", post.id];
  const job = useQuery({
    queryKey: key,
    queryFn: () => findDeleteJob(browserDirectus(), post.id),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? null) ? lookAgainMs : false),
  });
  const isDone = job.data?.status === "completed";
  const { removedAt } = post;
  useEffect(() => {
    if (isDone && removedAt === null) void queryClient.invalidateQueries({ queryKey: postsKey });
  }, [isDone, removedAt, queryClient]);
  const ask = useMutation({
    mutationFn: () => createDeleteJob(browserDirectus(), post.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
  return { job: job.data ?? null, isUnderWay: isUnderWay(job.data ?? null), ask };
}

const isUnderWay = (job: Pick<Job, "status"> | null) =>
  job !== null && (job.status === "queued" || job.status === "active");
