import { z } from "zod";
import { ChatMessage } from "./chat-message.ts";

type Place = Pick<Storage, "getItem" | "removeItem" | "setItem">;

const Messages = z.array(ChatMessage);

/**
 * Where the words of a conversation wait on this device until they are saved. A device that stores
 * nothing costs only what a page that is left in the middle of an answer would lose.
 */
export function unsavedMessages(place: Place, viewerId: string, conversationId: string) {
  const key = `genie-chat:${viewerId}:${conversationId}`;
  return {
    keep: (messages: readonly ChatMessage[]): void =>
      attempt(() => place.setItem(key, JSON.stringify(messages))),
    forget: (): void => attempt(() => place.removeItem(key)),
    /** What is stored, or what waits here when it goes on from that. */
    latest: (stored: readonly ChatMessage[]): readonly ChatMessage[] => {
      const waiting = read(place, key);
      return waiting !== null && stored.every(({ id }, index) => waiting[index]?.id === id)
        ? waiting
        : stored;
    },
  };
}

function read(place: Place, key: string): ChatMessage[] | null {
  try {
    return Messages.parse(JSON.parse(place.getItem(key) ?? ""));
  } catch {
    return null;
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Storage is full or forbidden; the words are on the page all the same.
  }
}
