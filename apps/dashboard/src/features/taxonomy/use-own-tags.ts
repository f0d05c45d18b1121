"use client";

import {
  deleteOwnTag,
  listOwnTags,
  type OwnTagPlan,
  type OwnTagRow,
  saveOwnTag,
  type Viewer,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { classificationsKey } from "./use-classification.ts";
import { sortedKey } from "./use-sorted.ts";

const ownTagsKey = ["own-tags"] as const;

/** Tags as she wants them sorted in her whole library, by name. */
export function useOwnTags(viewer: Viewer) {
  return useQuery({
    queryKey: ownTagsKey,
    queryFn: () => listOwnTags(browserDirectus(), viewer),
  });
}

type Keeping = {
  plan: OwnTagPlan;
  /** As it was until now; undefined for a new one. */
  before: OwnTagRow | undefined;
};

/** Keeps and deletes own tags, each with a way back; her library is sorted again by itself. */
export function useChangeOwnTags() {
  const { ownTags: text } = useMessages(ownTagsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const reload = () =>
    Promise.all(
      [ownTagsKey, classificationsKey, sortedKey].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const restore = useMutation({
    mutationFn: async ({ now, before }: { now: string | null; before: OwnTagPlan | undefined }) => {
      if (before !== undefined) await saveOwnTag(browserDirectus(), before);
      else if (now !== null) await deleteOwnTag(browserDirectus(), now);
    },
    onError: (error) => toast(sentence(error)),
    onSettled: reload,
  });
  const undo = (tag: string, now: string | null, before: OwnTagPlan | undefined) => ({
    label: text.undo,
    run: () => restore.mutate({ now, before }, { onSuccess: () => toast(text.undone(tag)) }),
  });
  const save = useMutation({
    mutationFn: ({ plan }: Keeping) => saveOwnTag(browserDirectus(), plan),
    onSuccess: async (id, { plan: { tag, ignored }, before }) => {
      toast(ignored ? text.ignoredNow(tag) : text.saved(tag), undo(tag, id, before));
      await reload();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: OwnTagRow) => deleteOwnTag(browserDirectus(), id),
    onSuccess: async (_nothing, { id: _id, ...before }) => {
      toast(text.deleted(before.tag), undo(before.tag, null, before));
      await reload();
    },
    onError: (error) => toast(sentence(error)),
  });
  return { save, remove };
}
