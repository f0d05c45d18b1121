"use client";

import { type Media, type MediaFile, renditionPath } from "@genie/directus-client";
import { FileWarning, Hourglass, ImageOff, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { placeholderUrl } from "#components/ui/placeholder-url.ts";
import { useRetriedImage } from "#components/ui/use-retried-image.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mediaLabel } from "./media-label.ts";
import { tileRatio } from "./tile-shape.ts";

type MediaPreviewProps = { media: Media; files: readonly MediaFile[] };

/** The picture or video, large; of a gallery each of its files. */
export function MediaPreview({ media, files }: MediaPreviewProps) {
  const { library } = useMessages(libraryMessages);
  const label = mediaLabel(media, { library });
  const shown = media.kind === "gallery" && files.length > 0 ? files : [media.file];
  const missing = media.source === "scraped" ? library.detail.fileToCome : library.detail.noFile;
  return (
    <div className="grid grid-cols-1 gap-2">
      {shown.map((file, place) => {
        const preview = {
          ratio: tileRatio(file ?? media),
          label: shown.length > 1 ? library.picker.placed(label, place + 1) : label,
        };
        if (file === null) return <InWords key={place} icon={ImageOff} text={missing} />;
        const key = `${file.id} ${file.isPrepared}`;
        return file.mime.startsWith("video/") ? (
          <VideoPreview key={key} file={file} {...preview} />
        ) : (
          <PicturePreview key={key} file={file} {...preview} />
        );
      })}
    </div>
  );
}

type FilePreviewProps = {
  file: MediaFile;
  /** Width by height. */
  ratio: number;
  label: string;
};

const box = "max-h-[60dvh] w-full bg-sunken object-contain";

function PicturePreview({ file, ratio, label }: FilePreviewProps) {
  const { library } = useMessages(libraryMessages);
  const source = renditionPath(file.id, "large");
  const { tries, isGone, onError } = useRetriedImage(source);
  const [isLoaded, setLoaded] = useState(false);
  const blur = file.placeholder === null ? null : placeholderUrl(file.placeholder);
  if (file.problem !== null) return <InWords icon={FileWarning} text={file.problem} />;
  if (isGone && file.isPrepared)
    return <InWords icon={ImageOff} text={library.detail.unreadable} />;
  if (isGone) return <InWords icon={Hourglass} text={library.detail.preparing} />;
  return (
    <div
      data-sensitive="media"
      className="overflow-hidden rounded-control bg-contain bg-center bg-no-repeat"
      style={blur === null || isLoaded ? undefined : { backgroundImage: `url(${blur})` }}
    >
      {/* oxlint-disable-next-line nextjs/no-img-element -- it comes through the gate, with the session's cookie */}
      <img
        key={tries}
        src={source}
        alt={label}
        style={{ aspectRatio: ratio }}
        onLoad={() => setLoaded(true)}
        onError={onError}
        className={`${box} ${isLoaded ? "" : "bg-transparent text-transparent"}`}
      />
    </div>
  );
}

function VideoPreview({ file, ratio, label }: FilePreviewProps) {
  const { library } = useMessages(libraryMessages);
  const [failed, setFailed] = useState(false);
  if (failed || file.problem !== null) {
    return <InWords icon={FileWarning} text={file.problem ?? library.detail.unreadable} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- her own file, which has no captions
    <video
      src={`/api/directus/assets/${file.id}`}
      poster={file.isPrepared ? renditionPath(file.id, "large") : undefined}
      controls
      playsInline
      preload="metadata"
      aria-label={label}
      data-sensitive="media"
      style={{ aspectRatio: ratio }}
      onError={() => setFailed(true)}
      className={`${box} rounded-control`}
    />
  );
}

function InWords({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <p className="flex items-center justify-center gap-2 rounded-control bg-sunken px-4 py-10 text-ink-soft">
      <Icon aria-hidden className="size-5 shrink-0" />
      {text}
    </p>
  );
}
