"use client";

import { createConversation, type Viewer } from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAddress } from "#features/shell/use-address.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { conversationsKey } from "./conversations-key.ts";
import { findOpenChat, loadChat, openChat, putByOpenChats } from "./open-chats.ts";
import { titleOf } from "./title-of.ts";
import { useChatWords } from "./use-chat-words.ts";
import { userMessage } from "./user-message.ts";

/** The conversation of the address, if it names one, and what begins a new one. */
export function useChat(viewer: Viewer) {
  const address = useAddress();
  const id = address.get("c");
  const words = useChatWords();
  const queryClient = useQueryClient();
  const load = useQuery({
    queryKey: [...conversationsKey, id],
    queryFn: () => (id === null ? "missing" : loadChat({ id, viewer }, words)),
    enabled: id !== null,
  });
  const begin = useMutation({
    mutationFn: async (question: string) => {
      const message = userMessage(question);
      const made = await createConversation(browserDirectus(), {
        title: titleOf(question),
        messages: [message],
      });
      void openChat({ id: made, viewer }, [], words).chat.send(message);
      return made;
    },
    onSuccess: (made) => {
      address.go({ c: made });
      void queryClient.invalidateQueries({ queryKey: conversationsKey, exact: true });
    },
  });
  useEffect(() => {
    window.addEventListener("pagehide", putByOpenChats);
    return () => window.removeEventListener("pagehide", putByOpenChats);
  }, []);
  return { id, load, begin, open: findOpenChat(id) };
}
