import type { TextReplaceAnswer } from "@genie/schema";
import type { UnsentStore } from "./unsent-text.ts";

export type TypedTextState = {
  text: string;
  /** What is stored, as far as is known here. */
  stored: string;
  /**
   * `conflict`: what was typed here began from other words than are stored now, and nothing is saved
   * until she chooses.
   */
  kind: "conflict" | "failed" | "idle" | "saved" | "saving" | "typing";
  /** Of `failed`. */
  error: unknown;
};

type TextSaverOptions = {
  stored: string;
  /** Writes `text` where `before` still is. */
  save: (text: string, before: string) => Promise<TextReplaceAnswer>;
  unsent: UnsentStore;
  /** How long typing has to pause. */
  pauseMs?: number;
};

/**
 * Saves words as they are typed, one save at a time and the last text last, and never over words that
 * she has not seen. Until it is saved, each letter is kept on the device. What waited there from an
 * earlier page is put back and saved.
 */
export function textSaver({ stored, save, unsent, pauseMs = 700 }: TextSaverOptions) {
  let state: TypedTextState = { text: stored, stored, kind: "idle", error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;
  const listeners = new Set<() => void>();

  function set(change: Partial<TypedTextState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (isSaving || state.kind === "conflict") return;
    const { text, stored: before } = state;
    if (text === before) {
      unsent.forget();
      set({ kind: state.kind === "idle" ? "idle" : "saved", error: undefined });
      return;
    }
    isSaving = true;
    set({ kind: "saving", error: undefined });
    const answer = await save(text, before).then(
      (saved) => ({ ...saved, error: undefined }),
      (error: unknown) => ({ error }),
    );
    isSaving = false;
    if (!("stored" in answer)) return set({ kind: "failed", error: answer.error });
    if (!answer.replaced) {
      clearTimeout(timer);
      return set({ kind: "conflict", stored: answer.stored });
    }
    // Not the answer's, which may have dropped spaces that stand in the field.
    set({ stored: text });
    if (state.text !== text) {
      unsent.keep({ text: state.text, base: text });
      return send();
    }
    unsent.forget();
    return set({ kind: "saved" });
  }

  const waiting = unsent.read();
  if (waiting !== null && waiting.text !== stored) {
    const isElsewhere = waiting.base !== stored;
    state = { ...state, text: waiting.text, kind: isElsewhere ? "conflict" : "typing" };
    if (!isElsewhere) timer = setTimeout(() => void send(), 0);
  } else if (waiting !== null) unsent.forget();

  return {
    state: (): TypedTextState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: (text: string): void => {
      const isInConflict = state.kind === "conflict";
      // In a conflict the base stays what it was, so that a reload asks again.
      const base = isInConflict ? unsent.read()?.base : undefined;
      unsent.keep({ text, base: base ?? state.stored });
      set({ text, ...(!isInConflict && { kind: isSaving ? "saving" : "typing" }) });
      if (isInConflict) return;
      clearTimeout(timer);
      timer = setTimeout(() => void send(), pauseMs);
    },
    /** Saves at once what is not saved yet: on leaving the field, on closing, or to try again. */
    saveNow: send,
    /** Takes over what was read anew, where nothing of hers stands against it. */
    take: (read: string): void => {
      const isAtRest = state.kind === "idle" || state.kind === "saved";
      if (isAtRest && read !== state.stored) set({ text: read, stored: read, kind: "idle" });
    },
    /** Ends a conflict. */
    choose: (whose: "mine" | "stored"): void => {
      set({ kind: "typing", ...(whose === "stored" && { text: state.stored }) });
      void send();
    },
  };
}

export type TextSaver = ReturnType<typeof textSaver>;
