"use client";

import type { MediaFile } from "@genie/directus-client";
import { useState } from "react";
import { useRetriedImage } from "#components/ui/use-retried-image.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { WatermarkPosition } from "@genie/schema";
import { watermarkLayout } from "./watermark-layout.ts";

type WatermarkPreviewProps = {
  file: MediaFile;
  text: string;
  position: WatermarkPosition;
  /** 0 to 1. */
  opacity: number;
  /** 0 to 1. */
  scale: number;
};

/** About how the copy will look. */
export function WatermarkPreview({ file, text, position, opacity, scale }: WatermarkPreviewProps) {
  const { library } = useMessages();
  const source = `/api/directus/assets/${file.id}?key=thumbnail`;
  const { tries, onError } = useRetriedImage(source);
  const [loaded, setLoaded] = useState({ width: 480, height: 480 });
  const size =
    file.width === null || file.height === null
      ? loaded
      : { width: file.width, height: file.height };
  const { fontSize, x, y, anchor } = watermarkLayout(size, { text, position, scale });
  return (
    <figure className="grid justify-items-center gap-1.5">
      <div data-sensitive="media" className="relative overflow-hidden rounded-control bg-sunken">
        {/* oxlint-disable-next-line nextjs/no-img-element -- it comes through the gate, with the session's cookie */}
        <img
          key={tries}
          src={source}
          alt=""
          onError={onError}
          width={size.width}
          height={size.height}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setLoaded({ width: naturalWidth, height: naturalHeight })
          }
          className="max-h-[38dvh] w-auto max-w-full object-contain"
        />
        <svg
          aria-hidden
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="absolute inset-0 size-full"
        >
          <text
            x={x}
            y={y}
            textAnchor={anchor}
            fontSize={fontSize}
            fontWeight={600}
            opacity={opacity}
            fill="white"
            stroke="black"
            strokeWidth={fontSize * 0.04}
            paintOrder="stroke"
          >
            {text}
          </text>
        </svg>
      </div>
      <figcaption className="text-xs text-ink-soft">{library.watermark.preview}</figcaption>
    </figure>
  );
}
