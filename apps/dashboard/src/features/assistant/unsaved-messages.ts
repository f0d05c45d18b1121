import { z } from "zod";
import { typedPrefix } from "#features/device/forget-typed.ts";
import { keptHere } from "#features/device/kept-here.ts";
import { ChatMessage } from "./chat-message.ts";
import { joinMessages } from "./join-messages.ts";

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
    /** What is stored, and what waits here beside it; the stored list itself when nothing does. */
    latest: (stored: readonly ChatMessage[]): readonly ChatMessage[] =>
      joinMessages(stored, here.read() ?? []),
  };
}
