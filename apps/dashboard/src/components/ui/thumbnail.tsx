"use client";

import { Film, ImageOff } from "lucide-react";
import { useState } from "react";
import { cn } from "./cn.ts";

type ThumbnailProps = {
  /** Null when there is none, or it is gone. */
  file: { id: string; mime: string } | null;
  /** What the picture is; empty where the words stand beside it. */
  alt: string;
  className?: string;
};

/** A small picture of a stored file, filling its box; blurred in private mode. */
export function Thumbnail({ file, alt, className }: ThumbnailProps) {
  const [failedId, setFailedId] = useState<string | null>(null);
  const isVideo = file?.mime.startsWith("video/") ?? false;
  const isPicture = file !== null && !isVideo && file.id !== failedId;
  const Icon = isVideo ? Film : ImageOff;
  return (
    <div className={cn("relative overflow-hidden bg-sunken", className)}>
      {isPicture ? (
        // A thumbnail comes through the gate, with the session's cookie, in its final size.
        // oxlint-disable-next-line nextjs/no-img-element
        <img
          key={file.id}
          src={`/api/directus/assets/${file.id}?key=thumbnail`}
          alt={alt}
          loading="lazy"
          decoding="async"
          data-sensitive="media"
          onError={() => setFailedId(file.id)}
          className="absolute inset-0 size-full object-cover"
        />
      ) : (
        <div
          {...(alt === "" ? { "aria-hidden": true } : { role: "img", "aria-label": alt })}
          className="absolute inset-0 grid place-items-center text-ink-soft"
        >
          <Icon aria-hidden className="size-1/4 max-h-8 min-h-4 max-w-8 min-w-4" />
        </div>
      )}
    </div>
  );
}
