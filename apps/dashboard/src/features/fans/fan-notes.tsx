"use client";

import { type Fan, saveFanNotes } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { TypedTextField } from "#features/typed-text/typed-text-field.tsx";
import { useUnsentText } from "#features/typed-text/use-unsent-text.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { rememberNotes } from "./use-fans.ts";

/** Her own words about somebody, saved as she types. */
export function FanNotes({ fan, viewerId }: { fan: Fan; viewerId: string }) {
  const { notes: text } = useMessages(fansMessages).fans;
  const queryClient = useQueryClient();
  const unsent = useUnsentText({ kind: "notes", viewerId, id: fan.id });
  return (
    <TypedTextField
      label={text.label}
      hint={text.hint}
      rows={4}
      stored={fan.notes}
      unsent={unsent}
      save={async (notes, before) => {
        const answer = await saveFanNotes(browserDirectus(), fan.id, { text: notes, before });
        rememberNotes(queryClient, fan.id, answer.stored);
        return answer;
      }}
    />
  );
}
