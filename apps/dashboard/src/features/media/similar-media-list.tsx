"use client";

import { listSimilarMedia } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";
import { MediaThumbs } from "./media-thumbs.tsx";

/** Entries whose pictures look like an entry's, where there are any. */
export function SimilarMediaList({ mediaId }: { mediaId: string }) {
  const { library } = useMessages(libraryMessages);
  const { data = [] } = useQuery({
    queryKey: [...libraryKey, "similar", mediaId],
    queryFn: () => listSimilarMedia(browserDirectus(), mediaId),
  });
  if (data.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-strong">{library.detail.similar}</h3>
      <MediaThumbs media={data.map(({ media }) => media)} />
    </section>
  );
}
