import { readConversation, updateConversation, type Viewer } from "@genie/directus-client";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { askAssistant } from "./ask-assistant.ts";
import { type Chat, createChat } from "./chat.ts";
import type { ChatMessage } from "./chat-message.ts";
import { findOpenChat, keepChat } from "./chat-registry.ts";
import { conversationSaver } from "./conversation-saver.ts";
import { parseMessages } from "./parse-messages.ts";
import { saveJoined } from "./save-joined.ts";
import { unsavedMessages } from "./unsaved-messages.ts";

type Words = Pick<Parameters<typeof createChat>[0], "explain" | "onAnswered" | "unheard">;

/** Opens a conversation whose messages are known. */
export function openChat(
  { id, viewer }: { id: string; viewer: Viewer },
  messages: readonly ChatMessage[],
  words: Words,
): Chat {
  const unsaved = unsavedMessages(window.localStorage, viewer.id, id);
  const saver = conversationSaver({
    save: saveJoined({
      write: (said) => updateConversation(browserDirectus(), id, { messages: [...said] }),
      read: async () => {
        const stored = await readConversation(browserDirectus(), viewer, id);
        return stored === null ? null : parseMessages(stored.messages);
      },
      join: (stored) => chat.join(stored),
    }),
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
  keepChat(id, { chat, saver });
  return chat;
}

/** Opens a conversation as it is stored, or brings one that rests up to that; whether there is one. */
export async function loadChat(
  of: { id: string; viewer: Viewer },
  words: Words,
): Promise<"missing" | "open"> {
  const before = findOpenChat(of.id)?.chat.state();
  if (!isAtRest(of.id, before)) return "open";
  const stored = await readConversation(browserDirectus(), of.viewer, of.id);
  if (stored === null) return "missing";
  const open = findOpenChat(of.id);
  if (open === undefined) openChat(of, parseMessages(stored.messages), words);
  else if (isAtRest(of.id, before)) open.chat.load(parseMessages(stored.messages));
  return "open";
}

/** Whether nothing has happened to it since, and all of it is saved. */
function isAtRest(id: string, since: ReturnType<Chat["state"]> | undefined): boolean {
  const open = findOpenChat(id);
  if (open === undefined) return true;
  const state = open.chat.state();
  return state === since && !state.isAnswering && open.saver.state().kind === "saved";
}
