"use client";

import type { Media } from "@genie/directus-client";
import { TypedTextField } from "#features/typed-text/typed-text-field.tsx";
import { useUnsentText } from "#features/typed-text/use-unsent-text.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useSaveMediaText } from "./use-save-media-text.ts";

type AltTextFieldProps = {
  media: Pick<Media, "altText" | "id">;
  label: string;
  /** The longest that is taken where it goes; null when nothing says. */
  limit: number | null;
  /** On whose device it waits until it is saved; left out where who shows the field keeps it. */
  viewerId?: string;
  onChange?: (altText: string) => void;
};

/** What a picture shows, in words; saved with the picture as she types. */
export function AltTextField({ media, label, limit, viewerId, onChange }: AltTextFieldProps) {
  const { composer } = useMessages(composerMessages);
  const unsent = useUnsentText({ kind: "altText", viewerId, id: media.id });
  return (
    <TypedTextField
      label={label}
      hint={composer.altText.hint}
      rows={2}
      stored={media.altText}
      unsent={unsent}
      limit={limit}
      save={useSaveMediaText(media.id, "alt_text")}
      onChange={onChange}
    />
  );
}
