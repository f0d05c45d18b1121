"use client";

import type { LiveInput } from "@genie/browser-client";
import { type KeyboardEvent, type RefObject, useRef } from "react";
import { keyInput } from "./live-input.ts";

type LiveKeyboardProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  /** The id of what says how to leave. */
  describedBy: string;
  send: (input: LiveInput) => void;
  /** Escape was pressed twice: the keys are hers again. */
  onLeave: () => void;
};

const backspace = { key: "Backspace", code: "Backspace", ...noKeys() };

/**
 * Takes the keys for the page. A field, because a phone shows its keyboard for nothing else; what such a
 * keyboard types has no keys and goes over as text.
 */
export function LiveKeyboard({ field, label, describedBy, send, onLeave }: LiveKeyboardProps) {
  const wasEscape = useRef(false);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.key === "Unidentified") return;
    const isEscape = event.key === "Escape";
    const leaves = isEscape && wasEscape.current;
    wasEscape.current = isEscape && !leaves;
    if (leaves) return onLeave();
    const shortcut = (event.ctrlKey || event.metaKey) && !event.altKey;
    const letter = event.key.toLowerCase();
    // The paste comes as an event of its own, and only when the browser does what it does with these keys.
    if (shortcut && letter === "v") return undefined;
    event.preventDefault();
    if (shortcut && letter === "c") return send({ type: "copy" });
    return send(keyInput("down", event));
  };
  return (
    <textarea
      ref={field}
      aria-label={label}
      aria-describedby={describedBy}
      autoCapitalize="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      rows={1}
      className="pointer-events-none absolute inset-x-0 bottom-0 size-px resize-none text-base opacity-0"
      onKeyDown={press}
      onKeyUp={(event) => {
        if (event.key !== "Unidentified") send(keyInput("up", event));
      }}
      onPaste={(event) => {
        event.preventDefault();
        const text = event.clipboardData.getData("text/plain").slice(0, 10_000);
        if (text !== "") send({ type: "text", text });
      }}
      onBeforeInput={(event) => {
        const { data, isComposing } = event.nativeEvent;
        if (isComposing || !data) return;
        event.preventDefault();
        send({ type: "text", text: data });
      }}
      onCompositionEnd={(event) => {
        if (event.data !== "") send({ type: "text", text: event.data });
        event.currentTarget.value = "";
      }}
      onInput={(event) => {
        const { inputType, isComposing } = event.nativeEvent;
        if (isComposing) return;
        if (inputType === "deleteContentBackward") {
          send(keyInput("down", backspace));
          send(keyInput("up", backspace));
        }
        // Something to delete, or a phone's keyboard would not say that it deletes.
        event.currentTarget.value = " ";
      }}
      onFocus={(event) => {
        event.currentTarget.value = " ";
      }}
    />
  );
}

function noKeys() {
  return { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
}
