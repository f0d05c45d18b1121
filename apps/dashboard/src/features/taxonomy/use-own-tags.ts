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

type Restoring = {
  tag: string;
  /** What is kept now; null for one that was deleted. */
  now: string | null;
  before: OwnTagPlan | undefined;
};

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
  const onError = (error: unknown) => toast(sentence(error));
  const restore = useMutation({
    mutationFn: async ({ now, before }: Restoring) => {
      if (before !== undefined) await saveOwnTag(browserDirectus(), before);
      else if (now !== null) await deleteOwnTag(browserDirectus(), now);
    },
    onSuccess: (_nothing, { tag }) => toast(text.undone(tag)),
    onError,
    onSettled: reload,
  });
  const undo = (restoring: Restoring) => ({
    label: text.undo,
    run: () => restore.mutate(restoring),
  });
  const saving = {
    mutationFn: ({ plan }: Keeping) => saveOwnTag(browserDirectus(), plan),
    onSuccess: async (now: string, { plan: { tag, ignored }, before }: Keeping) => {
      toast(ignored ? text.ignoredNow(tag) : text.saved(tag), undo({ tag, now, before }));
      await reload();
    },
  };
  // What fails is said by the form that asked, which stays open.
  const save = useMutation(saving);
  const saveAtOnce = useMutation({ ...saving, onError });
  const remove = useMutation({
    mutationFn: ({ id }: OwnTagRow) => deleteOwnTag(browserDirectus(), id),
    onSuccess: async (_nothing, { id: _id, ...before }) => {
      toast(text.deleted(before.tag), undo({ tag: before.tag, now: null, before }));
      await reload();
    },
    onError,
  });
  return { save, saveAtOnce, remove };
}
