"use client";

import {
  cancelBatch,
  type Job,
  type JobBatch,
  listFailedInBatch,
  listJobBatches,
  listJobs,
  retryFailedInBatch,
  type Viewer,
} from "@genie/directus-client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { jobsKey } from "./jobs-key.ts";

const shownMs = 30 * 24 * 60 * 60_000;
const busyMs = 1_500;
const idleMs = 15_000;

/** The most copies of a batch that are shown beside it; all are in the library. */
export const mostCopies = 60;

/** Her batches of the last 30 days, asked for again more often while one is worked on. */
export function useBatches(viewer: Viewer) {
  const [since] = useState(() => new Date(Date.now() - shownMs));
  return useQuery({
    queryKey: [...jobsKey, "batches"],
    queryFn: () => listJobBatches(browserDirectus(), viewer, since),
    refetchInterval: ({ state }) =>
      state.data?.some(({ running, waiting }) => running + waiting > 0) ? busyMs : idleMs,
  });
}

/** What failed of a batch and was not tried again. */
export function useFailedInBatch(viewer: Viewer, { id, failed }: JobBatch) {
  return useQuery({
    queryKey: [...jobsKey, "batches", id, "failed", failed],
    queryFn: () => listFailedInBatch(browserDirectus(), viewer, id),
    enabled: failed > 0,
    placeholderData: keepPreviousData,
  });
}

/** What came out of a batch, the latest first. */
export function useCopiesOfBatch(viewer: Viewer, { id, done }: JobBatch, isWanted: boolean) {
  return useQuery({
    queryKey: [...jobsKey, "batches", id, "done", done],
    queryFn: async (): Promise<Job[]> => {
      const jobs = await listJobs(browserDirectus(), viewer, {
        batchId: id,
        statuses: ["completed"],
        limit: mostCopies,
      });
      return jobs.filter(({ outputId }) => outputId !== null);
    },
    enabled: isWanted && done > 0,
    placeholderData: keepPreviousData,
  });
}

/** Calls off what is left of a batch, and asks again for what failed of it. */
export function useChangeBatch(viewer: Viewer, { id }: JobBatch) {
  const { jobs: text } = useMessages(jobsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const onError = (error: unknown) => toast(sentence(error));
  const onSettled = () => queryClient.invalidateQueries({ queryKey: jobsKey });
  const cancel = useMutation({
    mutationFn: () => cancelBatch(browserDirectus(), viewer, id),
    onSuccess: () => toast(text.calledOff),
    onError,
    onSettled,
  });
  const retry = useMutation({
    mutationFn: () => retryFailedInBatch(browserDirectus(), viewer, id),
    onSuccess: (count) => toast(count === 0 ? text.nothingToRetry : text.retried),
    onError,
    onSettled,
  });
  return { cancel, retry };
}
