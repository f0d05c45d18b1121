import type { ChatMessage } from "./chat-message.ts";

/** As many as the route takes. */
const mostMessages = 400;
const recentMessages = 20;

/**
 * What is sent of a conversation with a new question. Of calls long ago their results are left out, and
 * never whether they held foreign text, since the brakes go by that.
 */
export function sentMessages(messages: readonly ChatMessage[]): ChatMessage[] {
  const recent = messages.length - recentMessages;
  return messages
    .map((message, place) => (place < recent ? withoutResults(message) : message))
    .slice(-mostMessages);
}

function withoutResults(message: ChatMessage): ChatMessage {
  return {
    ...message,
    parts: message.parts.map((part) =>
      part.type === "text" ? part : { ...part, data: { ...part.data, result: null } },
    ),
  };
}
