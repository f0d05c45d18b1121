import { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import { refusal } from "../refusals.ts";

/** What may be stored. SVG and HTML are documents that can carry scripts. */
export const mediaTypes: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
  "video/mp4",
  "video/quicktime",
  "video/webm",
]);

// The signatures of all these types lie within the first 4100 bytes (file-type's own figure).
const headBytes = 4100;

/** Reads the type from the first bytes and gives back the whole stream. */
export async function sniffMedia(
  stream: Readable,
  filename: string,
): Promise<{ type: string; stream: Readable }> {
  const chunks: Buffer[] = [];
  let size = 0;
  const iterator = stream[Symbol.asyncIterator]();
  while (size < headBytes) {
    const { done, value } = await iterator.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const head = Buffer.concat(chunks);
  const found = await fileTypeFromBuffer(head);
  const type = found?.mime === "video/x-m4v" ? "video/mp4" : found?.mime;
  if (type === undefined || !mediaTypes.has(type)) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${filename} is not a picture or video that can be stored here. Use JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM. Nothing was saved.`,
    );
  }
  return { type, stream: Readable.from(rejoin(head, iterator)) };
}

async function* rejoin(head: Buffer, rest: AsyncIterator<Buffer>) {
  yield head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}
