import type { OutgoingPost } from "@genie/platforms";
import type { Claim } from "@genie/schema";

/** Opens a file of ours for reading. */
export type OpenFile = (fileId: string) => Promise<ReadableStream<Uint8Array>>;

/** What an adapter is to send for a claim; files are read when they are uploaded. */
export function outgoingPost(claim: Claim, openFile: OpenFile): OutgoingPost {
  return {
    caption: claim.caption,
    config: claim.config,
    idempotencyKey: claim.idempotency_key,
    files: claim.media.map(({ file_id, filename, mime }) => ({
      name: filename,
      mime,
      kind: mime.startsWith("video/") ? "video" : "image",
      bytes: () => bytesOf(openFile, file_id),
    })),
  };
}

async function* bytesOf(openFile: OpenFile, fileId: string) {
  yield* await openFile(fileId);
}
