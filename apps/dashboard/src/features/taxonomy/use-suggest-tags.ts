"use client";

import { createSuggestJob, type EntryClassification, type Job } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { classificationKey } from "./use-classification.ts";

/** Asks a language model for tags of an entry; `jobs` are those of the entry, newest first. */
export function useSuggestTags(mediaId: string, jobs: readonly Job[]) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { jobs: jobText } = useMessages(jobsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: () => createSuggestJob(browserDirectus(), mediaId),
    onSuccess: async (id) => {
      setAsked(id);
      await queryClient.invalidateQueries({ queryKey: jobsKey });
    },
  });
  const latest = jobs.find(({ kind }) => kind === "classify");
  const isWaiting = latest?.status === "queued" || latest?.status === "active";
  const over = latest?.id === asked && !isWaiting ? latest : undefined;
  const tell = useEffectEvent(async () => {
    const key = classificationKey(mediaId);
    await queryClient.invalidateQueries({ queryKey: key });
    const entry = queryClient.getQueryData<EntryClassification | null>(key);
    const isProposed = entry?.classification?.tags.some(({ by }) => by === "proposed") ?? false;
    if (over?.status === "completed" && !isProposed) toast(text.nothingToSuggest);
  });
  const overId = over?.id;
  useEffect(() => {
    if (overId !== undefined) void tell();
  }, [overId]);
  const reason = ask.isError
    ? sentence(ask.error)
    : over?.status === "failed"
      ? (over.problem ?? jobText.failedUnexplained)
      : null;
  return {
    ask: () => ask.mutate(),
    isBusy: ask.isPending || isWaiting || (asked !== null && !jobs.some(({ id }) => id === asked)),
    problem: reason === null ? null : `${text.suggestFailed} ${reason}`,
  };
}
