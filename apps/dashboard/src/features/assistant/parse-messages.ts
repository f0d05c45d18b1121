import { ChatMessage } from "./chat-message.ts";

/** The messages that can be shown; programs may have kept anything there. */
export function parseMessages(stored: readonly unknown[]): ChatMessage[] {
  return stored.flatMap((one) => ChatMessage.safeParse(one).data ?? []);
}
