"use client";

import { correctClassification } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type Sorted, takenBack } from "./corrections.ts";
import { classificationKey } from "./use-classification.ts";

type Correction = {
  from: Sorted;
  to: Sorted;
  /** The sentence that says what was done. */
  said: string;
  isUndo?: true;
};

/** Puts corrections of an entry in place at once, one after the other, each with a way back. */
export function useCorrect(mediaId: string): (correction: Correction) => void {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const key = classificationKey(mediaId);
  const { mutate } = useMutation({
    mutationKey: key,
    scope: { id: key.join(" ") },
    mutationFn: ({ to }: Correction) =>
      correctClassification(browserDirectus(), mediaId, to.corrections),
    onMutate: async ({ to }) => {
      await queryClient.cancelQueries({ queryKey: key });
      queryClient.setQueryData(key, to);
    },
    onSuccess: (answer, { from, to, said, isUndo }) => {
      // Later ones that wait are shown already.
      if (queryClient.isMutating({ mutationKey: key }) === 1) queryClient.setQueryData(key, answer);
      void queryClient.invalidateQueries({ queryKey: [...libraryKey, "facets"] });
      if (isUndo) return toast(said);
      const undo = () => {
        const entry = queryClient.getQueryData<Sorted>(key) ?? to;
        mutate({
          from: entry,
          to: takenBack(entry, { from, to }),
          said: text.undone,
          isUndo: true,
        });
      };
      return toast(said, { label: text.undo, run: undo });
    },
    onError: async (error) => {
      toast(sentence(error));
      await queryClient.invalidateQueries({ queryKey: key });
    },
  });
  return mutate;
}
