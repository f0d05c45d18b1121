import { AppError } from "@genie/errors";
import type { MediaFigures, NewMedia } from "@genie/directus-client";
import type { LibraryRecords } from "../library/library-records.ts";
import { unused } from "./unused.ts";

export type FakeEntry = NewMedia & { id: string };

/** A library in memory. A file whose bytes say "refused" is none that can be stored. */
export function fakeLibrary() {
  const entries: FakeEntry[] = [];
  const files = new Map<string, { name: string; content: string }>();
  const figures: (MediaFigures & { mediaId: string })[] = [];
  let ids = 0;
  const library: LibraryRecords = {
    findPosts: async (_profileId, postIds) =>
      new Map(
        entries
          .filter(({ platformPostId }) => postIds.includes(platformPostId ?? ""))
          .map(({ id, platformPostId, fileIds }) => [
            platformPostId ?? "",
            { mediaId: id, hasFile: fileIds.length > 0 },
          ]),
      ),
    add: async (media) => {
      ids += 1;
      const entry = { ...media, id: `media-${ids}` };
      entries.push(entry);
      return { id: entry.id };
    },
    attachFiles: async (mediaId, fileIds) => {
      const entry = entries.find(({ id }) => id === mediaId);
      if (entry) entry.fileIds = fileIds;
    },
    updateFigures: async (changes) => void figures.push(...changes),
    readSource: async () => null,
    openFile: unused,
    upload: async ({ name, bytes }) => {
      const content = await bytes.text();
      if (content.includes("refused")) throw new AppError("invalid_input", "No picture.");
      ids += 1;
      files.set(`file-${ids}`, { name, content });
      return `file-${ids}`;
    },
    deleteFile: async (fileId) => void files.delete(fileId),
  };
  return { library, entries, files, figures };
}
