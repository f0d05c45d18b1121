"use client";

import type { Media } from "@genie/directus-client";
import { useMessages } from "#messages/use-messages.ts";
import { MediaTile } from "./media-tile.tsx";
import { tileRatio } from "./tile-shape.ts";

/** Rows of equal height, in reading order; each picture keeps its shape. */
export function MediaGrid({ media }: { media: readonly Media[] }) {
  const { library } = useMessages();
  return (
    <ul
      aria-label={library.listLabel}
      className="flex flex-wrap gap-x-2 gap-y-4 [--row:8.5rem] sm:gap-x-3 sm:[--row:13rem]"
    >
      {media.map((one) => {
        const ratio = tileRatio(one);
        return (
          <li
            key={one.id}
            style={{ flexGrow: ratio, flexBasis: `calc(var(--row) * ${ratio})` }}
            className="max-w-[calc(var(--row)*3)] min-w-24"
          >
            <MediaTile media={one} ratio={ratio} />
          </li>
        );
      })}
      <li aria-hidden className="h-0 grow-[99]" />
    </ul>
  );
}
