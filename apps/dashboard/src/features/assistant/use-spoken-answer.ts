"use client";

import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ChatState } from "./chat.ts";
import { parseAnswer } from "./parse-answer.ts";
import { plainText } from "./plain-text.ts";
import { textOf } from "./text-of.ts";

/** What is read out: an answer once, when it is whole, and nothing of what was there before. */
export function useSpokenAnswer(state: ChatState | undefined): string {
  const { assistant: text } = useMessages(assistantMessages);
  const answer = state?.heard;
  if (!answer) return "";
  const waits = answer.parts.some(
    (part) => part.type === "data-call" && part.data.status === "waiting",
  );
  return `${text.answered(plainText(parseAnswer(textOf(answer))))} ${waits ? text.waitsForYou : ""}`.trim();
}
