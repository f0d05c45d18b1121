"use client";

import { deleteFromLibrary, restoreToLibrary } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { changeRead, refreshBesidePages } from "./library-cache.ts";

/** Into the bin, with a way back that is offered at once, and out of it; `onMoved` hears of either. */
export function useBin(onMoved: (ids: readonly string[]) => void) {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const restore = useMutation({
    mutationFn: (ids: readonly string[]) => restoreToLibrary(browserDirectus(), ids),
    onSuccess: async (_nothing, ids) => {
      onMoved(ids);
      toast(text.bin.restored(ids.length));
      await queryClient.invalidateQueries({ queryKey: libraryKey });
    },
    onError: (error) => toast(`${text.bin.restoreFailed} ${sentence(error)}`),
  });
  const remove = useMutation({
    mutationFn: (ids: readonly string[]) => deleteFromLibrary(browserDirectus(), ids),
    onSuccess: async (_nothing, ids) => {
      const gone = new Set(ids);
      onMoved(ids);
      changeRead(queryClient, (one) => (gone.has(one.id) ? null : one));
      toast(text.bin.deleted(ids.length), {
        label: text.bin.undo,
        run: () => restore.mutate(ids),
      });
      await refreshBesidePages(queryClient);
    },
  });
  return { remove, restore };
}
