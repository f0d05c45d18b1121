"use client";

import { type Media, renditionPath } from "@genie/directus-client";
import { type TeaserAspect, teaserAspects } from "@genie/schema";
import { Film, ImageOff } from "lucide-react";
import { useState } from "react";
import { useRetriedImage } from "#components/ui/use-retried-image.ts";
import { useWidth } from "#components/ui/use-width.ts";
import { MarkLayer } from "./mark-layer.tsx";
import type { MarkValues } from "./work-values.ts";

type WorkPreviewProps = {
  media: Media;
  label: string;
  aspect: TeaserAspect;
  /** 0 to 1. */
  blur: number;
  /** What is put on it; null for nothing. */
  mark: MarkValues | null;
};

/** At full strength the radius is this part of the shorter side; the worker blurs alike. */
const mostBlur = 1 / 8;

/** About how a copy will look: cut, blurred and marked. */
export function WorkPreview({ media, label, aspect, blur, mark }: WorkPreviewProps) {
  const [loaded, setLoaded] = useState({ width: 480, height: 480 });
  const [box, shownWidth] = useWidth();
  const { width, height } = media;
  const size = cutTo(width === null || height === null ? loaded : { width, height }, aspect);
  return (
    <figure className="grid justify-items-center gap-1.5">
      <div
        ref={box}
        data-sensitive="media"
        className="relative max-w-full overflow-hidden rounded-control bg-sunken"
        style={{
          aspectRatio: `${size.width} / ${size.height}`,
          width: `min(100%, ${(38 * size.width) / size.height}dvh)`,
        }}
      >
        <div
          className="size-full"
          style={blur === 0 ? {} : blurStyle(blurOf(size, blur), shownWidth)}
        >
          <Picture media={media} onLoad={setLoaded} />
        </div>
        {mark !== null && <MarkLayer size={size} mark={mark} />}
      </div>
      <figcaption className="text-xs text-ink-soft">{label}</figcaption>
    </figure>
  );
}

type Size = { width: number; height: number };

function Picture({ media: { file }, onLoad }: { media: Media; onLoad: (size: Size) => void }) {
  const isVideo = file?.mime.startsWith("video/") ?? false;
  const source =
    file === null
      ? ""
      : file.isPrepared
        ? renditionPath(file.id, "medium")
        : `/api/directus/assets/${file.id}`;
  const { tries, isGone, onError } = useRetriedImage(source);
  // Of a video that is not prepared there is no picture yet.
  if (file === null || isGone || (isVideo && !file.isPrepared)) {
    const Icon = isVideo ? Film : ImageOff;
    return (
      <span className="grid size-full place-items-center text-ink-soft">
        <Icon aria-hidden className="size-8" />
      </span>
    );
  }
  return (
    // oxlint-disable-next-line nextjs/no-img-element -- it comes through the gate, with the session's cookie
    <img
      key={tries}
      src={source}
      alt=""
      onError={onError}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        onLoad({ width: naturalWidth, height: naturalHeight })
      }
      className="size-full object-cover"
    />
  );
}

/** A little larger, since what is blurred fades out at its edges. */
function blurStyle(part: number, width: number) {
  return { filter: `blur(${part * width}px)`, transform: `scale(${1 + 3 * part})` };
}

/** As a part of the width. */
function blurOf({ width, height }: Size, strength: number): number {
  return (strength ** 2 * mostBlur * Math.min(width, height)) / width;
}

/** The largest piece of this shape. */
function cutTo({ width, height }: Size, aspect: TeaserAspect): Size {
  const ratio = teaserAspects[aspect] ?? width / height;
  return width / height > ratio
    ? { width: height * ratio, height }
    : { width, height: width / ratio };
}
