"use client";

import type { Media } from "@genie/directus-client";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mediaLabel } from "./media-label.ts";

/** Entries as small pictures, each leading to what is known about it. */
export function MediaThumbs({ media }: { media: readonly Media[] }) {
  const messages = useMessages(libraryMessages);
  return (
    <ul className="grid grid-cols-4 gap-2 empty:hidden">
      {media.map((one) => (
        <li key={one.id}>
          <AddressLink
            inPlace
            to={{ item: one.id }}
            aria-label={mediaLabel(one, messages)}
            className="block rounded-control"
          >
            <Thumbnail file={one.file} alt="" className="aspect-square rounded-control" />
          </AddressLink>
        </li>
      ))}
    </ul>
  );
}
