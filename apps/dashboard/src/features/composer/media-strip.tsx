"use client";

import type { Media } from "@genie/directus-client";
import { ImagePlus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { MediaPicker } from "#features/media/media-picker.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AltTextPanel } from "./alt-text-panel.tsx";
import { MediaStripItem } from "./media-strip-item.tsx";
import { moveItem } from "./move-item.ts";

type MediaStripProps = {
  media: readonly Media[];
  /** The most that may be chosen. */
  limit: number;
  altTextLimit: number | null;
  hint: string | undefined;
  /** What is wrong with them, and what can be done about it; null when nothing is. */
  problems: ReactNode;
  onChange: (media: Media[]) => void;
  onDescribe: (id: string, altText: string) => void;
};

/** The media of the post in their order, each with the words for what it shows. */
export function MediaStrip(props: MediaStripProps) {
  const { media, limit, altTextLimit, hint, problems, onChange, onDescribe } = props;
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  const [picking, setPicking] = useState(false);
  const [describedId, setDescribedId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const place = media.findIndex(({ id }) => id === describedId);
  const described = media[place];

  const closePanel = () => {
    setDescribedId(null);
    list.current?.querySelector<HTMLElement>(`[data-describe="${describedId}"]`)?.focus();
  };
  return (
    <fieldset
      aria-label={composer.media}
      data-invalid={problems === null ? undefined : ""}
      className="grid min-w-0 gap-1.5"
    >
      <p aria-hidden className="text-sm font-strong">
        {composer.media}
      </p>
      <ul ref={list} className="flex flex-wrap gap-2">
        {media.map((item, index) => (
          <MediaStripItem
            key={item.id}
            item={item}
            place={index}
            count={media.length}
            wantsAltText={altTextLimit !== null}
            isDescribed={item.id === describedId}
            onDescribe={() => setDescribedId(item.id === describedId ? null : item.id)}
            onMove={(to) => onChange(moveItem(media, index, to))}
            onRemove={() => onChange(media.filter(({ id }) => id !== item.id))}
          />
        ))}
        <li>
          <button
            type="button"
            onClick={() => setPicking(true)}
            className="grid size-24 place-content-center justify-items-center gap-1 rounded-control border border-dashed border-control text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <ImagePlus aria-hidden className="size-5" />
            <span>{composer.addMedia}</span>
          </button>
        </li>
      </ul>
      {described !== undefined && (
        <AltTextPanel
          key={described.id}
          media={described}
          position={place + 1}
          limit={altTextLimit}
          onChange={(altText) => onDescribe(described.id, altText)}
          onDone={closePanel}
        />
      )}
      {hint !== undefined && <p className="text-ink-soft">{hint}</p>}
      {problems}
      <Dialog
        open={picking}
        onOpenChange={setPicking}
        title={composer.addMedia}
        description={composer.mediaHint}
        closeLabel={actions.close}
      >
        <MediaPicker
          chosen={media}
          limit={limit}
          onDone={(chosen) => {
            onChange(chosen);
            setPicking(false);
          }}
        />
      </Dialog>
    </fieldset>
  );
}
