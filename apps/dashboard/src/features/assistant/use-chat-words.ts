"use client";

import { AppError } from "@genie/errors";
import { useQueryClient } from "@tanstack/react-query";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** What a conversation says by itself, and what it does when an answer is there. */
export function useChatWords() {
  const { assistant: text } = useMessages(assistantMessages);
  const queryClient = useQueryClient();
  return {
    unheard: text.unheard,
    explain: (error: unknown): string => {
      void leaveWhenSignedOut(error);
      if (error instanceof AppError) return error.message;
      return navigator.onLine ? text.brokeOff : text.offline;
    },
    // What it did may stand in any list.
    onAnswered: () => void queryClient.invalidateQueries(),
  };
}
