import { z } from "zod";
import { typedPrefix } from "#features/device/forget-typed.ts";
import { keptHere } from "#features/device/kept-here.ts";
import { ChatMessage } from "./chat-message.ts";

const Messages = z.array(ChatMessage).readonly();

/** Where the words of a conversation wait on this device until they are saved. */
export function unsavedMessages(
  place: Parameters<typeof keptHere>[0],
  viewerId: string,
  conversationId: string,
) {
  const here = keptHere(place, `${typedPrefix("chat")}${viewerId}:${conversationId}`, Messages);
  return {
    keep: here.keep,
    forget: here.forget,
    /** What is stored, or what waits here when it goes on from that. */
    latest: (stored: readonly ChatMessage[]): readonly ChatMessage[] => {
      const waiting = here.read();
      return waiting !== null && stored.every(({ id }, index) => waiting[index]?.id === id)
        ? waiting
        : stored;
    },
  };
}
