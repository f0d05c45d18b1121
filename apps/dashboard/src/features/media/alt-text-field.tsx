"use client";

import { type Media, updateAltText } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { notesSaver } from "#features/fans/notes-saver.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";

type AltTextFieldProps = {
  media: Pick<Media, "altText" | "id">;
  label: string;
  /** The longest that is taken where it goes; null when nothing says. */
  limit: number | null;
  onChange?: (altText: string) => void;
};

/** What a picture shows, in words; saved with the picture as she types. */
export function AltTextField({ media, label, limit, onChange }: AltTextFieldProps) {
  const { composer } = useMessages(composerMessages);
  const text = composer.altText;
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const counterId = useId();
  const [saver] = useState(() =>
    notesSaver({
      stored: media.altText,
      unsent: nowhere,
      save: async (altText) => {
        await updateAltText(browserDirectus(), media.id, altText.trim());
        void queryClient.invalidateQueries({ queryKey: libraryKey });
      },
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  useEffect(() => () => void saver.saveNow(), [saver]);
  const used = Array.from(state.text).length;
  return (
    <div className="grid gap-1">
      <Field
        label={label}
        hint={text.hint}
        error={state.kind === "failed" ? text.failed(sentence(state.error)) : undefined}
        describedBy={counterId}
      >
        {(field) => (
          <textarea
            rows={2}
            name="alt-text"
            data-sensitive
            value={state.text}
            onChange={({ target }) => {
              saver.type(target.value);
              onChange?.(target.value);
            }}
            onBlur={() => void saver.saveNow()}
            className="control field-sizing-content max-h-60"
            {...field}
          />
        )}
      </Field>
      <p className="flex min-h-4 items-center justify-between gap-2 text-xs text-ink-soft">
        <output className="flex items-center gap-1">
          {state.kind === "saving" && (
            <>
              <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
              {text.saving}
            </>
          )}
          {state.kind === "saved" && (
            <>
              <Check aria-hidden className="size-3.5 text-good" />
              {text.saved}
            </>
          )}
        </output>
        {limit !== null && (
          <span
            id={counterId}
            className={cn("tabular-nums", used > limit && "flex items-center gap-1 text-danger")}
          >
            {used > limit && <CircleAlert aria-hidden className="size-3.5" />}
            {text.counter(used, limit)}
          </span>
        )}
      </p>
    </div>
  );
}

/** What is not saved yet is kept by who shows the field, if at all. */
const nowhere = { read: () => null, keep: () => undefined, forget: () => undefined };
