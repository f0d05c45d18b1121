"use client";

import type { AssistantCall } from "@genie/assistant";
import type { Viewer } from "@genie/directus-client";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AnswerText } from "./answer-text.tsx";
import { CallView } from "./call-view.tsx";
import type { ChatMessage } from "./chat-message.ts";
import { textOf } from "./text-of.ts";

type MessageViewProps = {
  viewer: Viewer;
  message: ChatMessage;
  onSettled: (callId: string, change: Partial<AssistantCall>) => void;
};

/** What one of the two said; of the assistant, what it did in its place between the words. */
export function MessageView({ viewer, message, onSettled }: MessageViewProps) {
  const { assistant: text } = useMessages(assistantMessages);
  if (message.role === "user") {
    return (
      <article aria-label={text.you} className="flex justify-end">
        <p
          data-sensitive
          className="max-w-[85%] rounded-card bg-accent-soft px-4 py-2.5 text-base wrap-anywhere whitespace-pre-line"
        >
          {textOf(message)}
        </p>
      </article>
    );
  }
  return (
    <article aria-label={text.assistant} className="grid grid-cols-1 gap-3">
      {message.parts.map((part, place) =>
        part.type === "text" ? (
          part.text.trim() !== "" && <AnswerText key={place} text={part.text} />
        ) : (
          <CallView
            key={part.id}
            viewer={viewer}
            call={part.data}
            onSettled={(change) => onSettled(part.id, change)}
          />
        ),
      )}
    </article>
  );
}
