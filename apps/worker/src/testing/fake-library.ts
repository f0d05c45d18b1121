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
  const forgotten = new Set<string>();
  let ids = 0;
  const isUsed = (fileId: string) => entries.some(({ fileIds }) => fileIds.includes(fileId));
  const library: LibraryRecords = {
    findPosts: async (_profileId, postIds) =>
      new Map(
        entries
          .filter(({ platformPostId }) => postIds.includes(platformPostId ?? ""))
          .map((entry) => [
            entry.platformPostId ?? "",
            { mediaId: entry.id, hasFile: entry.fileIds.length > 0, figures: figuresOf(entry) },
          ]),
      ),
    findForgotten: async (_profileId, postIds) =>
      new Set(postIds.filter((id) => forgotten.has(id))),
    oldestLacking: async () => null,
    add: async (media) => {
      ids += 1;
      const entry = { ...media, id: `media-${ids}` };
      entries.push(entry);
      return { id: entry.id };
    },
    findMadeBy: async (jobId) => entries.find(({ madeBy }) => madeBy === jobId)?.id ?? null,
    addAll: async (media) => {
      const known = entries.map(({ platformPostId }) => platformPostId);
      if (media.some(({ platformPostId }) => known.includes(platformPostId))) return "exists";
      for (const one of media) await library.add(one);
      return "added";
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
    findUnused: async (_ownerId, names) =>
      new Map(
        [...files].flatMap(([id, { name }]) =>
          names.includes(name) && !isUsed(id) ? [[name, id] as const] : [],
        ),
      ),
    deleteUnused: async (fileIds) => {
      for (const id of fileIds) if (!isUsed(id)) files.delete(id);
    },
  };
  return { library, entries, files, figures, forgotten };
}

function figuresOf(entry: FakeEntry): MediaFigures {
  const { likes = null, comments = null, views = null, earnings = null } = entry;
  const { currency = null, permalink = null, published_at = null } = entry;
  return { likes, comments, views, earnings, currency, permalink, published_at };
}
