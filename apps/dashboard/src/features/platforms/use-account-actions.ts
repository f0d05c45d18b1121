"use client";

import { createScrapeJob, type Profile, updateProfile } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { accountsKey } from "./use-accounts.ts";

type Change = { scrapeEnabled?: boolean; scrapeFrequency?: string };

/** What a card does at a press; a failure is said in a sentence. */
export function useAccountActions({ id }: Pick<Profile, "id">) {
  const { platforms } = useMessages(platformsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries({ queryKey: accountsKey });
  const onError = (error: unknown) => toast(sentence(error));

  const scrape = useMutation({
    mutationFn: () => createScrapeJob(browserDirectus(), id),
    onSuccess: async () => {
      toast(platforms.scrapeStarted);
      await reload();
    },
    onError,
  });
  const change = useMutation({
    mutationFn: ({ change }: { change: Change; done: string }) =>
      updateProfile(browserDirectus(), id, change),
    onSuccess: async (_nothing, { done }) => {
      toast(done);
      await reload();
    },
    onError,
  });
  return { scrape, change };
}
