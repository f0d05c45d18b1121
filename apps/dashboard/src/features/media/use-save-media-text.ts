"use client";

import { saveMediaText } from "@genie/directus-client";
import type { TextReplaceAnswer } from "@genie/schema";
import { useQueryClient } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";

/** Writes words of an entry where those that they began from still are; her library is read anew. */
export function useSaveMediaText(id: string, field: "alt_text" | "caption") {
  const queryClient = useQueryClient();
  return async (text: string, before: string): Promise<TextReplaceAnswer> => {
    const answer = await saveMediaText(browserDirectus(), id, field, { text, before });
    void queryClient.invalidateQueries({ queryKey: libraryKey });
    return answer;
  };
}
