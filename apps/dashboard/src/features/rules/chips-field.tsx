"use client";

import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { splitEntries, withEntries } from "./split-entries.ts";

type ChipsFieldProps = {
  label: string;
  hint: string;
  kind: "tags" | "words";
  entries: readonly string[];
  /** What stands in the field and is no entry yet. */
  typed: string;
  problem: string | undefined;
  onChange: (entries: string[], typed: string) => void;
};

/** A list of words: one after the other with Enter, or many at once by pasting. */
export function ChipsField(props: ChipsFieldProps) {
  const { label, hint, kind, entries, typed, problem, onChange } = props;
  const { rules: text } = useMessages(rulesMessages);
  const input = useRef<HTMLInputElement>(null);
  const add = (written: string) => onChange(withEntries(entries, splitEntries(written, kind)), "");
  const remove = (entry: string) => {
    onChange(
      entries.filter((other) => other !== entry),
      typed,
    );
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" && typed.trim() !== "") || event.key === ",") {
      event.preventDefault();
      add(typed);
    }
    const last = entries.at(-1);
    if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last);
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    // A single word is edited before it is added.
    if (splitEntries(pasted, kind).length < 2) return;
    event.preventDefault();
    add(`${typed}${pasted}`);
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field label={label} hint={hint} error={problem}>
        {(control) => (
          <Input
            {...control}
            ref={input}
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            onChange={({ target }) => onChange([...entries], target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        )}
      </Field>
      {entries.length > 0 && (
        <ul aria-label={label} className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
          {entries.map((entry) => (
            <li
              key={entry}
              className="flex min-w-0 items-center gap-1 rounded-control border border-line bg-sunken pl-2.5"
            >
              <span className="min-w-0 wrap-anywhere">{kind === "tags" ? `#${entry}` : entry}</span>
              <button
                type="button"
                aria-label={text.form.remove(entry)}
                onClick={() => remove(entry)}
                className="grid size-8 shrink-0 place-items-center rounded-control text-ink-soft hover:text-ink pointer-coarse:size-11"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
