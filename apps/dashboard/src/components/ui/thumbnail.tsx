"use client";

import { Film, ImageOff, type LucideIcon } from "lucide-react";
import { cn } from "./cn.ts";
import { useRetriedImage } from "./use-retried-image.ts";

type ThumbnailProps = {
  /** Null when there is none, or it is gone. */
  file: { id: string; mime: string } | null;
  /** What the picture is; empty where the words stand beside it. */
  alt: string;
  className?: string;
};

/** A small picture of a stored file, filling its box; blurred in private mode. */
export function Thumbnail({ file, alt, className }: ThumbnailProps) {
  return (
    <div className={cn("relative overflow-hidden bg-sunken", className)}>
      {file === null ? (
        <Placeholder icon={ImageOff} alt={alt} />
      ) : file.mime.startsWith("video/") ? (
        <Placeholder icon={Film} alt={alt} />
      ) : (
        <SmallPicture fileId={file.id} alt={alt} />
      )}
    </div>
  );
}

function SmallPicture({ fileId, alt }: { fileId: string; alt: string }) {
  const source = `/api/directus/assets/${fileId}?key=thumbnail`;
  const { tries, isGone, onError } = useRetriedImage(source);
  if (isGone) return <Placeholder icon={ImageOff} alt={alt} />;
  return (
    // It comes through the gate, with the session's cookie, in its final size.
    // oxlint-disable-next-line nextjs/no-img-element
    <img
      key={tries}
      src={source}
      alt={alt}
      loading="lazy"
      decoding="async"
      data-sensitive="media"
      onError={onError}
      className="absolute inset-0 size-full object-cover text-transparent"
    />
  );
}

function Placeholder({ icon: Icon, alt }: { icon: LucideIcon; alt: string }) {
  return (
    <div
      {...(alt === "" ? { "aria-hidden": true } : { role: "img", "aria-label": alt })}
      className="absolute inset-0 grid place-items-center text-ink-soft"
    >
      <Icon aria-hidden className="size-1/4 max-h-8 min-h-4 max-w-8 min-w-4" />
    </div>
  );
}
