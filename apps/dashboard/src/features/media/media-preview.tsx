"use client";

import type { Media, MediaFile } from "@genie/directus-client";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import { useMessages } from "#messages/use-messages.ts";
import { mediaLabel } from "./media-label.ts";
import { tileRatio } from "./tile-shape.ts";

type MediaPreviewProps = { media: Media; files: readonly MediaFile[] };

/** The picture or video in full; of a gallery each of its files. */
export function MediaPreview({ media, files }: MediaPreviewProps) {
  const messages = useMessages();
  const { library } = messages;
  const label = mediaLabel(media, messages);
  const shown = media.kind === "gallery" && files.length > 0 ? files : [media.file];
  return (
    <div className="grid grid-cols-1 gap-2">
      {shown.map((file, place) => (
        <FilePreview
          key={file?.id ?? place}
          file={file}
          missing={media.source === "scraped" ? library.detail.fileToCome : library.detail.noFile}
          ratio={tileRatio(file ?? media)}
          label={shown.length > 1 ? library.picker.placed(label, place + 1) : label}
        />
      ))}
    </div>
  );
}

type FilePreviewProps = {
  file: MediaFile | null;
  /** What to say where there is none. */
  missing: string;
  ratio: number;
  label: string;
};

function FilePreview({ file, missing, ratio, label }: FilePreviewProps) {
  const { library } = useMessages();
  const [failed, setFailed] = useState(false);
  const box = "max-h-[60dvh] w-full rounded-control bg-sunken object-contain";
  if (file === null || failed) {
    return (
      <p className="flex items-center justify-center gap-2 rounded-control bg-sunken px-4 py-10 text-ink-soft">
        <ImageOff aria-hidden className="size-5 shrink-0" />
        {file === null ? missing : library.detail.unreadable}
      </p>
    );
  }
  const source = `/api/directus/assets/${file.id}`;
  return (
    <div className="overflow-hidden rounded-control">
      {file.mime.startsWith("video/") ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- her own file, which has no captions
        <video
          src={source}
          controls
          playsInline
          preload="metadata"
          aria-label={label}
          data-sensitive="media"
          style={{ aspectRatio: ratio }}
          onError={() => setFailed(true)}
          className={box}
        />
      ) : (
        // oxlint-disable-next-line nextjs/no-img-element -- it comes through the gate, with the session's cookie
        <img
          src={source}
          alt={label}
          data-sensitive="media"
          style={{ aspectRatio: ratio }}
          onError={() => setFailed(true)}
          className={box}
        />
      )}
    </div>
  );
}
