import type { UnsentStore } from "./unsent-notes.ts";

export type NotesState = {
  text: string;
  /**
   * `conflict`: what was typed here began from other notes than are stored now, and nothing is saved
   * until she chooses.
   */
  kind: "conflict" | "failed" | "idle" | "saved" | "saving" | "typing";
  /** Of `failed`. */
  error: unknown;
};

type NotesSaverOptions = {
  stored: string;
  save: (text: string) => Promise<void>;
  unsent: UnsentStore;
  /** How long typing has to pause. */
  pauseMs?: number;
};

/**
 * Saves notes as they are typed, one save at a time and the last text last. Until it is saved, each
 * letter is kept on the device. What waited there from an earlier page is put back and saved.
 */
export function notesSaver({ stored, save, unsent, pauseMs = 700 }: NotesSaverOptions) {
  let base = stored;
  let state: NotesState = { text: stored, kind: "idle", error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;
  const listeners = new Set<() => void>();

  function set(change: Partial<NotesState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (isSaving || state.kind === "conflict") return;
    const { text } = state;
    if (text === base) {
      unsent.forget();
      set({ kind: state.kind === "idle" ? "idle" : "saved", error: undefined });
      return;
    }
    isSaving = true;
    set({ kind: "saving", error: undefined });
    try {
      await save(text);
      base = text;
    } catch (error) {
      isSaving = false;
      set({ kind: "failed", error });
      return;
    }
    isSaving = false;
    if (state.text !== text) {
      unsent.keep({ text: state.text, base });
      await send();
      return;
    }
    unsent.forget();
    set({ kind: "saved" });
  }

  const waiting = unsent.read();
  if (waiting !== null && waiting.text !== stored) {
    const isElsewhere = waiting.base !== stored;
    state = { text: waiting.text, kind: isElsewhere ? "conflict" : "typing", error: undefined };
    if (!isElsewhere) timer = setTimeout(() => void send(), 0);
  } else if (waiting !== null) unsent.forget();

  return {
    state: (): NotesState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: (text: string): void => {
      const isInConflict = state.kind === "conflict";
      // In a conflict the base stays what it was, so that a reload asks again.
      unsent.keep({ text, base: isInConflict ? (unsent.read()?.base ?? base) : base });
      set({ text, ...(!isInConflict && { kind: isSaving ? "saving" : "typing" }) });
      if (isInConflict) return;
      clearTimeout(timer);
      timer = setTimeout(() => void send(), pauseMs);
    },
    /** Saves at once what is not saved yet: on leaving the field, on closing, or to try again. */
    saveNow: send,
    /** Ends a conflict. */
    choose: (whose: "mine" | "stored"): void => {
      set({ kind: "typing", ...(whose === "stored" && { text: base }) });
      void send();
    },
  };
}

export type NotesSaver = ReturnType<typeof notesSaver>;
