import {
  type DirectusClient,
  keepRendition,
  openFile,
  readUnprepared,
  replaceFile,
  reportPrepared,
  type UnpreparedFile,
} from "@genie/directus-client";
import type { MetadataKind, PreparedReport, RenditionSize } from "@genie/schema";

/** What is kept of stored files that are made ready. */
export type PreparationRecords = {
  read: (fileId: string) => Promise<UnpreparedFile | null>;
  open: (fileId: string) => Promise<ReadableStream<Uint8Array>>;
  replace: (
    fileId: string,
    left: { bytes: Blob; removed: readonly MetadataKind[] },
  ) => Promise<void>;
  keep: (fileId: string, size: RenditionSize, bytes: Blob) => Promise<void>;
  report: (fileId: string, report: PreparedReport) => Promise<void>;
};

export function preparationRecords(client: DirectusClient): PreparationRecords {
  return {
    read: (id) => readUnprepared(client, id),
    open: (id) => openFile(client, id),
    replace: (id, left) => replaceFile(client, id, left),
    keep: (id, size, bytes) => keepRendition(client, id, size, bytes),
    report: (id, report) => reportPrepared(client, id, report),
  };
}
