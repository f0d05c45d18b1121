import {
  addAllMedia,
  addMedia,
  attachFiles,
  deleteUnusedFiles,
  type DirectusClient,
  findMadeBy,
  findForgottenPosts,
  findOldestLacking,
  findScrapedPosts,
  findUnusedFiles,
  type KnownPost,
  type MediaFigures,
  type NewFile,
  type NewMedia,
  openFile,
  readSourceMedia,
  type SourceMedia,
  updateFigures,
  uploadFile,
} from "@genie/directus-client";

/** What is kept in the library. */
export type LibraryRecords = {
  findPosts: (
    profileId: string,
    platformPostIds: readonly string[],
  ) => Promise<Map<string, KnownPost>>;
  /** Which of them had an entry that its owner has deleted. */
  findForgotten: (profileId: string, platformPostIds: readonly string[]) => Promise<Set<string>>;
  /** When the oldest post appeared that was entered since a moment and lacks its picture or video. */
  oldestLacking: (profileId: string, since: Date) => Promise<Date | null>;
  add: (media: NewMedia) => Promise<{ id: string } | "exists">;
  /** What a job has made, when it has made it already. */
  findMadeBy: (jobId: string) => Promise<string | null>;
  /** All or none. */
  addAll: (media: readonly NewMedia[]) => Promise<"added" | "exists">;
  attachFiles: (mediaId: string, fileIds: string[]) => Promise<void>;
  updateFigures: (changes: readonly (MediaFigures & { mediaId: string })[]) => Promise<void>;
  readSource: (mediaId: string) => Promise<SourceMedia | null>;
  openFile: (fileId: string) => Promise<ReadableStream<Uint8Array>>;
  upload: (file: NewFile) => Promise<string>;
  /** Stored files under these names that no entry has, by their name. */
  findUnused: (ownerId: string, names: readonly string[]) => Promise<Map<string, string>>;
  /** Deletes those of these files that no entry has. */
  deleteUnused: (fileIds: readonly string[]) => Promise<void>;
};

export function libraryRecords(client: DirectusClient): LibraryRecords {
  return {
    findPosts: (profileId, ids) => findScrapedPosts(client, profileId, ids),
    findForgotten: (profileId, ids) => findForgottenPosts(client, profileId, ids),
    oldestLacking: (profileId, since) => findOldestLacking(client, profileId, since),
    add: (media) => addMedia(client, media),
    findMadeBy: (jobId) => findMadeBy(client, jobId),
    addAll: (media) => addAllMedia(client, media),
    attachFiles: (mediaId, fileIds) => attachFiles(client, mediaId, fileIds),
    updateFigures: (changes) => updateFigures(client, changes),
    readSource: (mediaId) => readSourceMedia(client, mediaId),
    openFile: (fileId) => openFile(client, fileId),
    upload: (file) => uploadFile(client, file),
    findUnused: (ownerId, names) => findUnusedFiles(client, ownerId, names),
    deleteUnused: (fileIds) => deleteUnusedFiles(client, fileIds),
  };
}
