"use client";

import { readClassifyStatus, reclassifyLibrary } from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { classificationsKey } from "./use-classification.ts";

const underWayMs = 1_500;

export const sortedKey = ["sorted"] as const;

/** How much of her library is sorted, asked for again while some of it is not. */
export function useSorted() {
  return useQuery({
    queryKey: sortedKey,
    queryFn: () => readClassifyStatus(browserDirectus()),
    refetchInterval: ({ state }) => ((state.data?.due ?? 0) > 0 ? underWayMs : false),
  });
}

/** Has her library sorted again: all of it, or what was sorted with other tags than today's. */
export function useSortAgain() {
  const { ownTags } = useMessages(ownTagsMessages);
  const { sort: text } = ownTags;
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (outdated: boolean) => reclassifyLibrary(browserDirectus(), { outdated }),
    onSuccess: async (status) => {
      queryClient.setQueryData(sortedKey, status);
      toast(text.started(status.due));
      await queryClient.invalidateQueries({ queryKey: classificationsKey });
    },
    onError: (error) => toast(`${text.startFailed} ${sentence(error)}`),
  });
}
