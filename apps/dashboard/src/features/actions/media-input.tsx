"use client";

import { type Media, readMedia } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ControlAttributes } from "./flow-form.tsx";

const MediaPicker = lazy(async () => {
  const { MediaPicker: Picker } = await import("#features/media/media-picker.tsx");
  return { default: Picker };
});

type MediaInputProps = {
  control: ControlAttributes;
  value: string;
  onChange: (id: string) => void;
};

/** One entry of her library, chosen by its picture. */
export function MediaInput({ control, value, onChange }: MediaInputProps) {
  const { actions } = useMessages();
  const { form } = useMessages(flowsMessages).flows;
  const { library } = useMessages(libraryMessages);
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Media | null>(null);
  const known = picked?.id === value ? picked : null;
  // A run that is repeated brings the id alone.
  const { data } = useQuery({
    queryKey: ["media", "one", value],
    queryFn: async () => (await readMedia(browserDirectus(), [value]))[0] ?? null,
    enabled: value !== "" && known === null,
  });
  const media = known ?? data ?? null;
  return (
    <div className="flex min-w-0 items-center gap-3">
      {media !== null && (
        <>
          <Thumbnail file={media.file} alt="" className="size-14 shrink-0 rounded-control" />
          <p data-sensitive className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
            {mediaLabel(media, { library })}
          </p>
        </>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={form.chooseMedia}
        closeLabel={actions.close}
        trigger={
          <Button variant="secondary" {...control}>
            {value === "" ? form.chooseMedia : form.changeMedia}
          </Button>
        }
      >
        <Suspense fallback={<Skeleton className="h-64" />}>
          <MediaPicker
            chosen={media === null ? [] : [media]}
            limit={1}
            onDone={([one]) => {
              setPicked(one ?? null);
              onChange(one?.id ?? "");
              setOpen(false);
            }}
          />
        </Suspense>
      </Dialog>
    </div>
  );
}
