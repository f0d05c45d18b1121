import type { OutgoingPost } from "@genie/platforms";
import type { Claim } from "@genie/schema";

/** Opens a file of ours for reading. */
export type OpenFile = (fileId: string) => Promise<ReadableStream<Uint8Array>>;

/** What an adapter is to send for a claim; files are read when they are uploaded. */
export function outgoingPost(claim: Claim, openFile: OpenFile): OutgoingPost {
  return {
    caption: claim.caption,
    rating: claim.rating,
    dueAt: new Date(claim.scheduled_for),
    config: claim.config,
    idempotencyKey: claim.idempotency_key,
    files: claim.media.map(({ file_id, filename, mime, size_bytes, width, height, alt_text }) => ({
      name: filename,
      mime,
      kind: mime.startsWith("video/") ? "video" : "image",
      sizeBytes: size_bytes,
      width,
      height,
      altText: alt_text,
      bytes: () => bytesOf(openFile, file_id),
    })),
  };
}

async function* bytesOf(openFile: OpenFile, fileId: string) {
  yield* await openFile(fileId);
}
