"use client";

import type { Media } from "@genie/directus-client";
import { TypedTextField } from "#features/typed-text/typed-text-field.tsx";
import { useUnsentText } from "#features/typed-text/use-unsent-text.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useSaveMediaText } from "./use-save-media-text.ts";

type CaptionFieldProps = { media: Pick<Media, "caption" | "id">; viewerId: string };

/** Her own words for what she uploaded, saved as she types; a search finds it by them. */
export function CaptionField({ media, viewerId }: CaptionFieldProps) {
  const { detail: text } = useMessages(libraryMessages).library;
  const unsent = useUnsentText({ kind: "caption", viewerId, id: media.id });
  return (
    <TypedTextField
      label={text.caption}
      hint={text.captionHint}
      rows={2}
      stored={media.caption}
      unsent={unsent}
      save={useSaveMediaText(media.id, "caption")}
    />
  );
}
