import { readConversation, updateConversation, type Viewer } from "@genie/directus-client";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { askAssistant } from "./ask-assistant.ts";
import { type Chat, createChat } from "./chat.ts";
import type { ChatMessage } from "./chat-message.ts";
import { conversationSaver, type ConversationSaver } from "./conversation-saver.ts";
import { parseMessages } from "./parse-messages.ts";
import { unsavedMessages } from "./unsaved-messages.ts";

export type OpenChat = { chat: Chat; saver: ConversationSaver };
type Words = Pick<Parameters<typeof createChat>[0], "explain" | "onAnswered" | "unheard">;

/** The conversations of this page load, by their ids: an answer goes on while she looks at other pages. */
const chats = new Map<string, OpenChat>();

/** The conversation, when it is open. */
export const findOpenChat = (id: string | null): OpenChat | undefined =>
  id === null ? undefined : chats.get(id);

/** Opens a conversation whose messages are known. */
export function openChat(
  { id, viewer }: { id: string; viewer: Viewer },
  messages: readonly ChatMessage[],
  words: Words,
): OpenChat {
  const unsaved = unsavedMessages(window.localStorage, viewer.id, id);
  const saver = conversationSaver({
    save: (said) => updateConversation(browserDirectus(), id, { messages: [...said] }),
    unsaved,
  });
  const latest = unsaved.latest(messages);
  const chat = createChat({
    ...words,
    messages: latest,
    ask: askAssistant,
    keep: saver.keep,
    onAnswered: () => {
      void saver.saveNow();
      words.onAnswered();
    },
  });
  if (latest !== messages) saver.keep(latest);
  const open = { chat, saver };
  chats.set(id, open);
  return open;
}

/** Opens a conversation as it is stored, or brings one that rests up to that; whether there is one. */
export async function loadChat(
  of: { id: string; viewer: Viewer },
  words: Words,
): Promise<"missing" | "open"> {
  const before = chats.get(of.id)?.chat.state();
  if (!isAtRest(of.id, before)) return "open";
  const stored = await readConversation(browserDirectus(), of.viewer, of.id);
  if (stored === null) return "missing";
  const open = chats.get(of.id);
  if (open === undefined) openChat(of, parseMessages(stored.messages), words);
  else if (isAtRest(of.id, before)) open.chat.load(parseMessages(stored.messages));
  return "open";
}

/** Stops what comes and forgets a conversation that was deleted. */
export function closeChat(id: string): void {
  const open = chats.get(id);
  chats.delete(id);
  open?.chat.stop();
  open?.saver.end();
}

/** Whether nothing has happened to it since, and all of it is saved. */
function isAtRest(id: string, since: ReturnType<Chat["state"]> | undefined): boolean {
  const open = chats.get(id);
  if (open === undefined) return true;
  const state = open.chat.state();
  return state === since && !state.isAnswering && open.saver.state().kind === "saved";
}

/** What is not saved when the page goes waits on this device. */
export function putByOpenChats(): void {
  for (const { saver } of chats.values()) saver.putBy();
}
