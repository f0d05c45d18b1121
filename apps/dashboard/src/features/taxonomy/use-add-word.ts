"use client";

import { correctClassification } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Sorted } from "./corrections.ts";
import { classificationKey } from "./use-classification.ts";
import { useCorrect } from "./use-correct.ts";

/** Adds the tag that a word means, in whatever spelling or language; fails where it means none. */
export function useAddWord(mediaId: string, entry: Sorted) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const toast = useToast();
  const queryClient = useQueryClient();
  const correct = useCorrect(mediaId);
  const { corrections } = entry;
  return useMutation({
    mutationFn: (word: string) =>
      correctClassification(browserDirectus(), mediaId, {
        ...corrections,
        added: [...corrections.added, word],
      }),
    onSuccess: (answer, word) => {
      queryClient.setQueryData(classificationKey(mediaId), answer);
      void queryClient.invalidateQueries({ queryKey: [...libraryKey, "facets"] });
      const tag = answer.corrections.added.find((one) => !corrections.added.includes(one)) ?? word;
      const run = () => correct({ from: entry, to: entry, said: text.undone, isUndo: true });
      toast(text.added(tag), { label: text.undo, run });
    },
  });
}
