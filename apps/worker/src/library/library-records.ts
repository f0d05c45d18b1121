import {
  addMedia,
  attachFiles,
  deleteStoredFile,
  type DirectusClient,
  findScrapedPosts,
  type MediaFigures,
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
  ) => Promise<Map<string, { mediaId: string; hasFile: boolean }>>;
  add: (media: NewMedia) => Promise<{ id: string } | "exists">;
  attachFiles: (mediaId: string, fileIds: string[]) => Promise<void>;
  updateFigures: (changes: readonly (MediaFigures & { mediaId: string })[]) => Promise<void>;
  readSource: (mediaId: string) => Promise<SourceMedia | null>;
  openFile: (fileId: string) => Promise<ReadableStream<Uint8Array>>;
  upload: (file: { ownerId: string; name: string; bytes: Blob }) => Promise<string>;
  deleteFile: (fileId: string) => Promise<void>;
};

export function libraryRecords(client: DirectusClient): LibraryRecords {
  return {
    findPosts: (profileId, ids) => findScrapedPosts(client, profileId, ids),
    add: (media) => addMedia(client, media),
    attachFiles: (mediaId, fileIds) => attachFiles(client, mediaId, fileIds),
    updateFigures: (changes) => updateFigures(client, changes),
    readSource: (mediaId) => readSourceMedia(client, mediaId),
    openFile: (fileId) => openFile(client, fileId),
    upload: (file) => uploadFile(client, file),
    deleteFile: (fileId) => deleteStoredFile(client, fileId),
  };
}
