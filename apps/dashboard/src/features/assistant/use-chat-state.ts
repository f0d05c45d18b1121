"use client";

import { useSyncExternalStore } from "react";
import type { Chat, ChatState } from "./chat.ts";

/** How a conversation stands, as it changes; nothing while none is open. */
export function useChatState(chat: Chat | undefined): ChatState | undefined {
  return useSyncExternalStore(
    chat?.subscribe ?? never,
    () => chat?.state(),
    () => undefined,
  );
}

const never = () => () => undefined;
