"use client";

import { type Media, saveMediaText } from "@genie/directus-client";
import type { TextReplaceAnswer } from "@genie/schema";
import { useQueryClient } from "@tanstack/react-query";
import { changeMediaOfPosts } from "#features/calendar/use-posts.ts";
import { changeRead, refreshBesidePages } from "#features/library/library-cache.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";

const names = { alt_text: "altText", caption: "caption" } as const;

/** Writes words of an entry where those that they began from still are, and shows what is stored wherever it is shown. */
export function useSaveMediaText(id: string, field: keyof typeof names) {
  const queryClient = useQueryClient();
  return async (text: string, before: string): Promise<TextReplaceAnswer> => {
    const answer = await saveMediaText(browserDirectus(), id, field, { text, before });
    const change = (one: Media): Media =>
      one.id === id ? { ...one, [names[field]]: answer.stored } : one;
    changeRead(queryClient, change);
    queryClient.setQueriesData<Media[]>({ queryKey: [...libraryKey, "some"] }, (some) =>
      some?.map(change),
    );
    queryClient.setQueriesData<{ media: Media | null }>(
      { queryKey: [...libraryKey, "detail", id] },
      (detail) => detail && { ...detail, media: detail.media && change(detail.media) },
    );
    changeMediaOfPosts(queryClient, change);
    void refreshBesidePages(queryClient);
    return answer;
  };
}
