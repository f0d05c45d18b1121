"use client";

import { createConversation, type Viewer } from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAddress } from "#features/shell/use-address.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { findOpenChat } from "./chat-registry.ts";
import { conversationsKey } from "./conversations-key.ts";
import { titleOf } from "./title-of.ts";
import { useChatWords } from "./use-chat-words.ts";
import { userMessage } from "./user-message.ts";

/** What reads and checks answers is fetched with the first conversation. */
const openChats = () => import("./open-chats.ts");

/** The conversation of the address, if it names one, and what begins a new one. */
export function useChat(viewer: Viewer) {
  const address = useAddress();
  const id = address.get("c");
  const words = useChatWords();
  const queryClient = useQueryClient();
  const load = useQuery({
    queryKey: [...conversationsKey, id],
    queryFn: async () => {
      const { loadChat } = await openChats();
      return id === null ? "missing" : loadChat({ id, viewer }, words);
    },
    enabled: id !== null,
  });
  const begin = useMutation({
    mutationFn: async (question: string) => {
      const { openChat } = await openChats();
      const message = userMessage(question);
      const made = await createConversation(browserDirectus(), {
        title: titleOf(question),
        messages: [message],
      });
      void openChat({ id: made, viewer }, [], words).send(message);
      return made;
    },
    onSuccess: (made) => {
      address.go({ c: made });
      void queryClient.invalidateQueries({ queryKey: conversationsKey, exact: true });
    },
  });
  return { id, load, begin, open: findOpenChat(id) };
}
