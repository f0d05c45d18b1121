"use client";

import type { TextReplaceAnswer } from "@genie/schema";
import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { typedTextMessages } from "#messages/typed-text-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type TextSaver, textSaver, type TypedTextState } from "./text-saver.ts";
import { keptNowhere, type UnsentStore } from "./unsent-text.ts";

type TypedTextFieldProps = {
  label: string;
  hint: string;
  rows: number;
  stored: string;
  /** Writes `text` where `before` still is. The first that is given is used, as is the first `unsent`. */
  save: (text: string, before: string) => Promise<TextReplaceAnswer>;
  /** Where it waits until it is saved; nowhere when left out. */
  unsent?: UnsentStore;
  /** The longest that is taken where it goes, in characters; it is counted then. */
  limit?: number | null;
  onChange?: ((text: string) => void) | undefined;
};

/** Words that are saved as she types, and never over what was written elsewhere meanwhile. */
export function TypedTextField(props: TypedTextFieldProps) {
  const { label, hint, rows, stored, save, unsent = keptNowhere, limit = null, onChange } = props;
  const counterId = useId();
  const [saver] = useState(() => textSaver({ stored, save, unsent }));
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useEffect(() => saver.take(stored), [saver, stored]);
  useEffect(() => {
    const saveNow = () => void saver.saveNow();
    window.addEventListener("online", saveNow);
    window.addEventListener("pagehide", saveNow);
    return () => {
      window.removeEventListener("online", saveNow);
      window.removeEventListener("pagehide", saveNow);
      saveNow();
    };
  }, [saver]);
  useEffect(() => {
    if (state.kind === "failed") void leaveWhenSignedOut(state.error);
  }, [state]);
  const isKept = unsent !== keptNowhere;
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <Field label={label} hint={hint} {...(limit !== null && { describedBy: counterId })}>
        {(field) => (
          <textarea
            rows={rows}
            data-sensitive
            value={state.text}
            onChange={({ target }) => {
              saver.type(target.value);
              onChange?.(target.value);
            }}
            onBlur={() => void saver.saveNow()}
            className="control field-sizing-content max-h-80"
            {...field}
          />
        )}
      </Field>
      <div className="flex items-start justify-between gap-2">
        <SaveState {...{ saver, state, isKept, onChange }} />
        {limit !== null && <Counter id={counterId} text={state.text} limit={limit} />}
      </div>
    </div>
  );
}

type SaveStateProps = Pick<TypedTextFieldProps, "onChange"> & {
  saver: TextSaver;
  state: TypedTextState;
  isKept: boolean;
};

/** Whether what stands in the field is saved, in words. */
function SaveState({ saver, state, isKept, onChange }: SaveStateProps) {
  const { actions } = useMessages();
  const { typedText: text } = useMessages(typedTextMessages);
  const sentence = useSentence();
  if (state.kind === "conflict") {
    return (
      <div
        role="alert"
        className="grid min-w-0 flex-1 gap-2 rounded-control bg-warn-soft px-3 py-2 text-warn"
      >
        <p>{text.conflict}</p>
        <p data-sensitive className="wrap-anywhere whitespace-pre-wrap text-ink">
          {state.stored === "" ? text.conflictEmpty : state.stored}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" onClick={() => saver.choose("mine")}>
            {text.keepMine}
          </Button>
          <Button
            size="small"
            variant="secondary"
            onClick={() => {
              saver.choose("stored");
              onChange?.(saver.state().text);
            }}
          >
            {text.keepStored}
          </Button>
        </div>
      </div>
    );
  }
  if (state.kind === "failed") {
    return (
      <div role="alert" className="grid justify-items-start gap-2 text-danger">
        <p className="flex items-start gap-1.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{text.failed(sentence(state.error), isKept)}</span>
        </p>
        <Button size="small" variant="secondary" onClick={() => void saver.saveNow()}>
          {actions.retry}
        </Button>
      </div>
    );
  }
  return (
    <output className="flex min-h-5 items-center gap-1.5 text-ink-soft">
      {state.kind === "saving" && (
        <>
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {text.saving}
        </>
      )}
      {state.kind === "saved" && (
        <>
          <Check aria-hidden className="size-4 text-good" />
          {text.saved}
        </>
      )}
    </output>
  );
}

function Counter({ id, text, limit }: { id: string; text: string; limit: number }) {
  const { typedText } = useMessages(typedTextMessages);
  const used = Array.from(text).length;
  return (
    <span
      id={id}
      className={cn(
        "ml-auto shrink-0 text-ink-soft tabular-nums",
        used > limit && "flex items-center gap-1 text-danger",
      )}
    >
      {used > limit && <CircleAlert aria-hidden className="size-3.5" />}
      {typedText.counter(used, limit)}
    </span>
  );
}
