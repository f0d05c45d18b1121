import { callProgress, goesOnFrom } from "@genie/schema";
import type { ChatMessage, ChatPart } from "./chat-message.ts";

/**
 * What is stored, and after it what was said here alone; of a message that is in both, what is known of it in either.
 * The stored list itself when this page has nothing to add.
 */
export function joinMessages(
  stored: readonly ChatMessage[],
  here: readonly ChatMessage[],
): readonly ChatMessage[] {
  const own = new Map(here.map((message) => [message.id, message]));
  const joined = stored.map((message) => joinMessage(message, own.get(message.id)));
  const known = new Set(stored.map(({ id }) => id));
  const added = here.filter(
    (message, place) => !known.has(message.id) && !wasReplaced(message, here[place - 1], stored),
  );
  const isNew = added.length > 0 || joined.some((message, place) => message !== stored[place]);
  return isNew ? [...joined, ...added] : stored;
}

/** Whether it is an answer that broke off, and has another one in its place by now. */
function wasReplaced(
  { role, parts, metadata }: ChatMessage,
  before: ChatMessage | undefined,
  stored: readonly ChatMessage[],
): boolean {
  const isReplaceable =
    role === "assistant" && metadata !== undefined && parts.every(({ type }) => type === "text");
  const place = stored.findIndex(({ id }) => id === before?.id);
  return isReplaceable && place !== -1 && stored[place + 1]?.role === "assistant";
}

function joinMessage(stored: ChatMessage, here: ChatMessage | undefined): ChatMessage {
  if (here === undefined || goesOnFrom(here, stored)) return stored;
  if (goesOnFrom(stored, here)) return here;
  const [longer, shorter] =
    here.parts.length > stored.parts.length ? [here, stored] : [stored, here];
  const parts = longer.parts.map((part, place) => joinPart(part, shorter.parts[place]));
  const whole = [stored, here].find(({ metadata }) => metadata?.ended !== "cut off") ?? stored;
  return { ...whole, parts };
}

/** The longer words, and the call of which more is known. */
function joinPart(part: ChatPart, other: ChatPart | undefined): ChatPart {
  if (part.type === "text") {
    return other?.type === "text" && other.text.startsWith(part.text) ? other : part;
  }
  if (other?.type !== "data-call" || other.id !== part.id) return part;
  return callProgress(other.data) > callProgress(part.data) ? other : part;
}
