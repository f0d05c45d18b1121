import { callProgress, goesOnFrom } from "@genie/schema";
import type { ChatMessage } from "./chat-message.ts";

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
  const added = here.filter(({ id }) => !known.has(id));
  const isNew = added.length > 0 || joined.some((message, place) => message !== stored[place]);
  return isNew ? [...joined, ...added] : stored;
}

function joinMessage(stored: ChatMessage, here: ChatMessage | undefined): ChatMessage {
  if (here === undefined || goesOnFrom(here, stored)) return stored;
  if (goesOnFrom(stored, here)) return here;
  const calls = new Map(
    here.parts.flatMap((part) => (part.type === "data-call" ? [[part.id, part]] : [])),
  );
  return {
    ...stored,
    parts: stored.parts.map((part) => {
      if (part.type === "text") return part;
      const known = calls.get(part.id);
      return callProgress(known?.data) > callProgress(part.data) ? (known ?? part) : part;
    }),
  };
}
