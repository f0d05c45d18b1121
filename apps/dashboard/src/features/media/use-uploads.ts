"use client";

import { createUploadedMedia, deleteStoredFile } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";
import { createUploads, type Upload, type Uploads } from "./uploads.ts";

// One for the tab: uploads go on while the person looks at other pages.
const uploads = createUploads({
  // Fetched with the first file: few visits bring one.
  send: async (file, options) => {
    const { uploadFile } = await import("./upload-file.ts");
    return uploadFile(file, options);
  },
  keep: ({ id, mime }) => createUploadedMedia(browserDirectus(), { fileId: id, mime, caption: "" }),
  discard: ({ id }) => deleteStoredFile(browserDirectus(), id),
});

// She would lose the rest of what is on its way, and have to choose it again.
if (typeof window !== "undefined") {
  window.addEventListener("beforeunload", (event) => {
    const isGoing = uploads.list().some(({ state }) => state === "sending" || state === "waiting");
    if (isGoing) event.preventDefault();
  });
}

const none: readonly Upload[] = [];

/** The files on their way into the library. What arrives shows up in every list of media. */
export function useUploads(): Omit<Uploads, "list" | "subscribe"> & { list: readonly Upload[] } {
  const queryClient = useQueryClient();
  const list = useSyncExternalStore(uploads.subscribe, uploads.list, () => none);
  const doneCount = list.filter(({ state }) => state === "done").length;
  useEffect(() => {
    if (doneCount > 0) void queryClient.invalidateQueries({ queryKey: libraryKey });
  }, [doneCount, queryClient]);
  return useMemo(() => ({ ...uploads, list }), [list]);
}
