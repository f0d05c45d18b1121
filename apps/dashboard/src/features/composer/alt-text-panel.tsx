"use client";

import type { Media } from "@genie/directus-client";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { AltTextField } from "#features/media/alt-text-field.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type AltTextPanelProps = {
  media: Media;
  /** From 1. */
  position: number;
  limit: number | null;
  onChange: (altText: string) => void;
  onDone: () => void;
};

/** Under the strip, where she says in words what one of its pictures shows. */
export function AltTextPanel({ media, position, limit, onChange, onDone }: AltTextPanelProps) {
  const { altText: text } = useMessages(composerMessages).composer;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector("textarea")?.focus(), []);
  return (
    <div ref={panel} className="grid gap-2 rounded-card border border-line bg-page p-3">
      <div className="flex items-start gap-3">
        <Thumbnail file={media.file} alt="" className="size-14 shrink-0 rounded-control" />
        <div className="min-w-0 grow">
          <AltTextField
            media={media}
            label={text.label(position)}
            limit={limit}
            onChange={onChange}
          />
        </div>
      </div>
      <Button variant="secondary" size="small" className="justify-self-end" onClick={onDone}>
        {text.done}
      </Button>
    </div>
  );
}
