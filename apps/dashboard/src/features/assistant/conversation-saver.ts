import type { ChatMessage } from "./chat-message.ts";

export type SaveState = { kind: "saved" | "unsaved" } | { kind: "failed"; error: unknown };

type SaverOptions = {
  save: (messages: readonly ChatMessage[]) => Promise<void>;
  /** Where what is not saved yet waits on this device. */
  unsaved: { keep: (messages: readonly ChatMessage[]) => void; forget: () => void };
  everyMs?: number;
};

/** Saves a conversation while it grows: one save at a time, the last words last. */
export function conversationSaver({ save, unsaved, everyMs = 2_000 }: SaverOptions) {
  let state: SaveState = { kind: "saved" };
  let waiting: readonly ChatMessage[] | undefined;
  let sent: readonly ChatMessage[] | undefined;
  let hasEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function set(next: SaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function saveNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (hasEnded || sent !== undefined || waiting === undefined) return;
    sent = waiting;
    waiting = undefined;
    try {
      await save(sent);
    } catch (error) {
      waiting ??= sent;
      sent = undefined;
      unsaved.keep(waiting);
      set({ kind: "failed", error });
      return;
    }
    sent = undefined;
    if (waiting !== undefined) {
      await saveNow();
      return;
    }
    unsaved.forget();
    set({ kind: "saved" });
  }

  return {
    state: (): SaveState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Has these saved before long. */
    keep: (messages: readonly ChatMessage[]): void => {
      if (hasEnded) return;
      waiting = messages;
      if (state.kind === "saved") set({ kind: "unsaved" });
      timer ??= setTimeout(() => void saveNow(), everyMs);
    },
    /** Saves at once what is not saved yet. */
    saveNow,
    /** Saves nothing any more, as what was deleted wants. */
    end: (): void => {
      clearTimeout(timer);
      hasEnded = true;
      unsaved.forget();
    },
    /** Puts by on this device what would be lost with the page. */
    putBy: (): void => {
      const latest = waiting ?? sent;
      if (latest !== undefined) unsaved.keep(latest);
    },
  };
}

export type ConversationSaver = ReturnType<typeof conversationSaver>;
