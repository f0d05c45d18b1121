"use client";

import {
  type Conversation,
  createConversation,
  deleteConversation,
  listConversations,
  readConversation,
  updateConversation,
  type Viewer,
} from "@genie/directus-client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { conversationsKey } from "./conversations-key.ts";

const pageSize = 50;

/** Her conversations, page by page, the latest first. */
export function useConversations(viewer: Viewer) {
  return useInfiniteQuery({
    queryKey: conversationsKey,
    queryFn: ({ pageParam }) =>
      listConversations(browserDirectus(), viewer, { limit: pageSize, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      last.length === pageSize ? pages.length * pageSize : undefined,
  });
}

/** Names a conversation anew, or deletes one with a way back; what fails is said. */
export function useConversationWork(viewer: Viewer, onRestored: (id: string) => void) {
  const { assistant: text } = useMessages(assistantMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: conversationsKey });
  const restore = useMutation({
    mutationFn: (gone: Conversation) => createConversation(browserDirectus(), gone),
    onSuccess: (id) => onRestored(id),
    onError: (error) => toast(`${text.restoreFailed} ${sentence(error)}`),
    onSettled,
  });
  return {
    rename: useMutation({
      mutationFn: ({ id, title }: { id: string; title: string }) =>
        updateConversation(browserDirectus(), id, { title }),
      onError: (error) => toast(`${text.renameFailed} ${sentence(error)}`),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: async (id: string) => {
        const gone = await readConversation(browserDirectus(), viewer, id);
        if (gone !== null) await deleteConversation(browserDirectus(), id);
        return gone;
      },
      onSuccess: (gone) => {
        toast(
          text.deleted,
          gone === null ? undefined : { label: text.undo, run: () => restore.mutate(gone) },
        );
      },
      onError: (error) => toast(`${text.deleteFailed} ${sentence(error)}`),
      onSettled,
    }),
  };
}
