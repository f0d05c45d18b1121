import type { ChatMessage } from "./chat-message.ts";

/** What she says, as a message. */
export function userMessage(text: string): ChatMessage {
  return { id: crypto.randomUUID(), role: "user", parts: [{ type: "text", text }] };
}
