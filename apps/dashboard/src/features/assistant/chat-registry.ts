import type { Chat } from "./chat.ts";
import type { ConversationSaver } from "./conversation-saver.ts";

export type OpenChat = { chat: Chat; saver: ConversationSaver };

/** The conversations of this page load, by their ids: an answer goes on while she looks at other pages. */
const chats = new Map<string, OpenChat>();

/** The conversation, when it is open. */
export const findOpenChat = (id: string | null): OpenChat | undefined =>
  id === null ? undefined : chats.get(id);

/** Keeps it open. What is not saved when the page goes waits on this device, and offline until she is back. */
export function keepChat(id: string, open: OpenChat): void {
  chats.set(id, open);
  window.addEventListener("pagehide", open.saver.putBy);
  window.addEventListener("online", open.saver.saveNow);
}

/** Stops what comes and forgets a conversation that was deleted. */
export function closeChat(id: string): void {
  const open = chats.get(id);
  if (open === undefined) return;
  chats.delete(id);
  window.removeEventListener("pagehide", open.saver.putBy);
  window.removeEventListener("online", open.saver.saveNow);
  open.chat.stop();
  open.saver.end();
}
