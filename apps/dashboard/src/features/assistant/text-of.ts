import type { ChatMessage } from "./chat-message.ts";

/** The words of a message. */
export function textOf({ parts }: ChatMessage): string {
  return parts
    .flatMap((part) => (part.type === "text" ? part.text : []))
    .join("\n")
    .trim();
}
