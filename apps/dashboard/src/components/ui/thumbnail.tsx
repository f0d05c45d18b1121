"use client";

import { type MediaFile, renditionPath } from "@genie/directus-client";
import { FileWarning, Film, Hourglass, ImageOff, type LucideIcon } from "lucide-react";
import { useMemo, useState } from "react";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { cn } from "./cn.ts";
import { placeholderUrl } from "./placeholder-url.ts";
import { renditionSources } from "./rendition-sources.ts";
import { useRetriedImage } from "./use-retried-image.ts";

/** What is not said about a file is taken for the best. */
type ThumbnailFile = Pick<MediaFile, "id" | "mime"> & Partial<MediaFile>;

type ThumbnailProps = {
  /** Null when there is none, or it is gone. */
  file: ThumbnailFile | null;
  /** What the picture is; empty where the words stand beside it. */
  alt: string;
  /** How wide it is shown, as in an image's `sizes`. */
  sizes?: string;
  className?: string;
};

/**
 * A small picture of a stored file, or of a video's poster, filling its box; roughly what it looks like
 * until it is there, and blurred in private mode.
 */
export function Thumbnail({ file, alt, sizes = "8rem", className }: ThumbnailProps) {
  const { library } = useMessages(libraryMessages);
  const broken = file?.problem ?? null;
  return (
    <div className={cn("thumbnail", className)}>
      {file === null ? (
        <Mark icon={ImageOff} alt={alt} title={library.thumbnail.none} />
      ) : broken !== null ? (
        <Mark icon={FileWarning} alt={alt} title={broken} />
      ) : (
        <SmallPicture
          // A file that has been prepared since is asked for anew.
          key={`${file.id} ${file.isPrepared ?? true}`}
          file={file}
          alt={alt}
          sizes={sizes}
        />
      )}
      {file?.mime.startsWith("video/") && <FilmMark durationMs={file.durationMs ?? null} />}
    </div>
  );
}

type SmallPictureProps = { file: ThumbnailFile; alt: string; sizes: string };

function SmallPicture({ file, alt, sizes }: SmallPictureProps) {
  const { library } = useMessages(libraryMessages);
  const { placeholder = null, isPrepared = true } = file;
  const blur = useMemo(
    () => (placeholder === null ? null : placeholderUrl(placeholder)),
    [placeholder],
  );
  const [isLoaded, setLoaded] = useState(false);
  const source = renditionPath(file.id, "small");
  const { tries, isGone, onError } = useRetriedImage(source);
  return (
    <>
      {blur !== null && !isLoaded && (
        <div
          aria-hidden
          data-sensitive="media"
          style={{ backgroundImage: `url(${blur})` }}
          className="absolute inset-0 bg-cover bg-center"
        />
      )}
      {!isGone && (
        // It comes through the gate, with the session's cookie, in its final size.
        // oxlint-disable-next-line nextjs/no-img-element
        <img
          key={tries}
          src={source}
          srcSet={renditionSources(file)}
          sizes={sizes}
          alt={alt}
          loading="lazy"
          decoding="async"
          data-sensitive="media"
          onLoad={() => setLoaded(true)}
          onError={onError}
          className={cn(
            "absolute inset-0 size-full object-cover text-transparent",
            // What did not come is drawn broken.
            !isLoaded && "opacity-0",
          )}
        />
      )}
      {!isPrepared && !isLoaded && (
        <Mark icon={Hourglass} alt={isGone ? alt : ""} title={library.thumbnail.preparing} />
      )}
      {isPrepared && isGone && <Mark icon={ImageOff} alt={alt} title={library.thumbnail.gone} />}
    </>
  );
}

/** Instead of a picture: why there is none. */
function Mark({ icon: Icon, alt, title }: { icon: LucideIcon; alt: string; title: string }) {
  return (
    <div
      {...(alt === ""
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": `${alt}. ${title}` })}
      title={title}
      className="absolute inset-0 grid place-items-center text-ink-soft"
    >
      <Icon
        aria-hidden
        className="size-1/4 max-h-8 min-h-4 max-w-8 min-w-4 rounded-control bg-sunken p-0.5"
      />
    </div>
  );
}

/** Tells a video from a picture; in a tiny one there is no room for how long it is. */
function FilmMark({ durationMs }: { durationMs: number | null }) {
  const seconds = Math.round((durationMs ?? 0) / 1000);
  return (
    <span
      aria-hidden
      className="absolute right-0.5 bottom-0.5 flex items-center gap-1 rounded-control bg-card p-0.5 text-xs leading-none text-ink tabular-nums @[5rem]:right-1.5 @[5rem]:bottom-1.5 @[5rem]:px-1.5 @[5rem]:py-1"
    >
      <Film className="size-3 @[5rem]:size-3.5" />
      {seconds > 0 && <span className="hidden @[5rem]:inline">{clock(seconds)}</span>}
    </span>
  );
}

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = padded(seconds % 60);
  return hours > 0 ? `${hours}:${padded(minutes)}:${rest}` : `${minutes}:${rest}`;
}

const padded = (part: number) => String(part).padStart(2, "0");
