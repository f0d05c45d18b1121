"use client";

import { type Media, updateMediaCaption } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";

/** Her own words for what she uploaded; a search finds it by them. */
export function CaptionForm({ media }: { media: Pick<Media, "caption" | "id"> }) {
  const { actions } = useMessages();
  const { library } = useMessages(libraryMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const [caption, setCaption] = useState(media.caption);
  const save = useMutation({
    mutationFn: () => updateMediaCaption(browserDirectus(), media.id, caption.trim()),
    onSuccess: async () => {
      toast(library.detail.captionSaved);
      await queryClient.invalidateQueries({ queryKey: libraryKey });
    },
  });
  return (
    <div className="grid gap-2">
      <Field
        label={library.detail.caption}
        hint={library.detail.captionHint}
        error={save.isError ? sentence(save.error) : undefined}
      >
        {(field) => (
          <textarea
            rows={2}
            data-sensitive
            value={caption}
            onChange={({ target }) => setCaption(target.value)}
            className="control field-sizing-content max-h-60"
            {...field}
          />
        )}
      </Field>
      {caption.trim() !== media.caption && (
        <Button
          variant="secondary"
          size="small"
          className="justify-self-start"
          busy={save.isPending}
          onClick={() => save.mutate()}
        >
          {actions.save}
        </Button>
      )}
    </div>
  );
}
