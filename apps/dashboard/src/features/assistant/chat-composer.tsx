"use client";

import { SendHorizontal, Square } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useKeyboardInset } from "./use-keyboard-inset.ts";

type ChatComposerProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  onFocus: () => void;
  /** While an answer comes, it can be stopped and nothing new is said. */
  isAnswering: boolean;
  isBeginning: boolean;
  /** A sentence, when the last words were not taken. */
  problem: string | null;
  /** Resolves whether the words were taken. */
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
};

/** Where she writes; it stands above the navigation and above a phone's keyboard. */
export function ChatComposer(props: ChatComposerProps) {
  const { field, onFocus, isAnswering, isBeginning, problem, onSend, onStop } = props;
  const { assistant: text } = useMessages(assistantMessages);
  const [words, setWords] = useState("");
  const inset = useKeyboardInset();
  const send = async () => {
    const said = words.trim();
    if (said === "" || isAnswering || isBeginning) return;
    if (await onSend(said)) setWords("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is put together from several keys, Enter ends the word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      style={inset === 0 ? undefined : { bottom: inset }}
      className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] -mx-4 -mb-8 grid grid-cols-1 gap-2 bg-page px-4 pt-2 pb-3 md:bottom-0 md:mx-0 md:-mb-12 md:px-0 md:pb-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem !== null && <Notice>{problem}</Notice>}
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          aria-label={text.fieldLabel}
          placeholder={text.placeholder}
          enterKeyHint="send"
          maxLength={8_000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          className="control field-sizing-content max-h-40 min-h-11 resize-none"
        />
        {isAnswering ? (
          <Button
            variant="secondary"
            aria-label={text.stop}
            className="size-11 px-0"
            onClick={() => {
              field.current?.focus();
              onStop();
            }}
          >
            <Square aria-hidden />
          </Button>
        ) : (
          <Button
            type="submit"
            aria-label={text.send}
            busy={isBeginning}
            disabled={words.trim() === ""}
            className="size-11 px-0"
          >
            {!isBeginning && <SendHorizontal aria-hidden />}
          </Button>
        )}
      </div>
    </form>
  );
}
