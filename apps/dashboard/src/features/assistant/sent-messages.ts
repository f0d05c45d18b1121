import {
  type AssistantCall,
  longestPastResult,
  longestText,
  mostMessages,
  mostParts,
} from "@genie/assistant";
import type { ChatMessage, ChatPart } from "./chat-message.ts";

const recentMessages = 20;
/** More than a model is reminded of, and of any letters less than the route takes. */
const mostCharacters = 200_000;

/**
 * What is sent of a conversation with a new question, so that the route takes one of any length. Of calls long ago their
 * results are left out, and of what is too far back the words; never whether they held foreign text, since the brakes
 * go by that.
 */
export function sentMessages(messages: readonly ChatMessage[]): ChatMessage[] {
  let left = mostCharacters;
  return messages
    .slice(-mostMessages)
    .toReversed()
    .map((message, back) => {
      const short = shortened(message, back < recentMessages);
      left -= JSON.stringify(short).length;
      return left >= 0 ? short : { ...short, parts: foreignMark(short.parts) };
    })
    .toReversed();
}

function shortened({ id, role, parts }: ChatMessage, isRecent: boolean): ChatMessage {
  const short = parts.map((part) =>
    part.type === "text"
      ? { ...part, text: part.text.slice(0, longestText) }
      : { ...part, data: { ...part.data, result: isRecent ? beginning(part.data.result) : null } },
  );
  if (short.length <= mostParts) return { id, role, parts: short };
  const kept = mostParts - 1;
  return { id, role, parts: [...foreignMark(short.slice(0, -kept)), ...short.slice(-kept)] };
}

/** Of a result that is longer than what a model is reminded of, the beginning. */
function beginning(result: unknown): unknown {
  const text = typeof result === "string" ? result : JSON.stringify(result ?? null);
  return text.length > longestPastResult ? `${text.slice(0, longestPastResult)}…` : result;
}

/** That there was foreign text, if there was: one call, without a word of it. */
function foreignMark(parts: readonly ChatPart[]): ChatPart[] {
  const mark = parts.find((part) => part.type === "data-call" && part.data.foreign !== false);
  return mark?.type === "data-call" ? [{ ...mark, data: emptied(mark.data) }] : [];
}

const emptied = ({ kind, name, foreign }: AssistantCall): AssistantCall => ({
  kind,
  name,
  params: {},
  status: "done",
  steps: [],
  result: null,
  ...(foreign !== undefined && { foreign }),
});
