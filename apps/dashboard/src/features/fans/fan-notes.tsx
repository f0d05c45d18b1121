"use client";

import { type Fan, saveFanNotes } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type NotesSaver, notesSaver, type NotesState } from "./notes-saver.ts";
import { unsentNotes } from "./unsent-notes.ts";
import { rememberNotes } from "./use-fans.ts";

/** Her own words about somebody, saved as she types. */
export function FanNotes({ fan, viewerId }: { fan: Fan; viewerId: string }) {
  const { fans: all } = useMessages(fansMessages);
  const text = all.notes;
  const queryClient = useQueryClient();
  const [saver] = useState(() =>
    notesSaver({
      stored: fan.notes,
      unsent: unsentNotes(window.localStorage, viewerId, fan.id),
      save: async (notes) => {
        await saveFanNotes(browserDirectus(), fan.id, notes);
        rememberNotes(queryClient, fan.id, notes);
      },
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
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
  return (
    <section className="grid grid-cols-1 gap-2">
      <Field label={text.label} hint={text.hint}>
        {(field) => (
          <textarea
            rows={4}
            data-sensitive
            value={state.text}
            onChange={({ target }) => saver.type(target.value)}
            onBlur={() => void saver.saveNow()}
            className="control field-sizing-content max-h-80"
            {...field}
          />
        )}
      </Field>
      <NotesLine state={state} saver={saver} stored={fan.notes} />
    </section>
  );
}

type NotesLineProps = { state: NotesState; saver: NotesSaver; stored: string };

/** Whether what stands in the field is saved, in words. */
function NotesLine({ state, saver, stored }: NotesLineProps) {
  const { actions } = useMessages();
  const { fans } = useMessages(fansMessages);
  const text = fans.notes;
  const sentence = useSentence();
  if (state.kind === "conflict") {
    return (
      <div role="alert" className="grid gap-2 rounded-control bg-warn-soft px-3 py-2 text-warn">
        <p>{text.conflict}</p>
        <p data-sensitive className="wrap-anywhere whitespace-pre-wrap text-ink">
          {stored === "" ? text.conflictEmpty : stored}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" onClick={() => saver.choose("mine")}>
            {text.keepMine}
          </Button>
          <Button size="small" variant="secondary" onClick={() => saver.choose("stored")}>
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
          <span>{text.failed(sentence(state.error))}</span>
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
