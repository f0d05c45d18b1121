"use client";

import { useState } from "react";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ChatState } from "./chat.ts";
import { textOf } from "./text-of.ts";

/** What is read out: an answer once, when it is whole, and nothing of what was there before. */
export function useSpokenAnswer({ messages, isAnswering }: ChatState): string {
  const { assistant: text } = useMessages(assistantMessages);
  const [known] = useState(
    () => new Set((isAnswering ? messages.slice(0, -1) : messages).map(({ id }) => id)),
  );
  const answer = messages.at(-1);
  if (isAnswering || answer?.role !== "assistant" || known.has(answer.id)) return "";
  const waits = answer.parts.some(
    (part) => part.type === "data-call" && part.data.status === "waiting",
  );
  return `${text.answered(textOf(answer))} ${waits ? text.waitsForYou : ""}`.trim();
}
