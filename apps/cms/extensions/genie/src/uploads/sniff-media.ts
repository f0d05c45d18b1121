import { parse } from "node:path";
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

const mp4 = { mime: "video/mp4", ext: "mp4" };
const unknown = { mime: "", ext: "" };

// The signatures of all these types lie within the first 4100 bytes (file-type's own figure).
const headBytes = 4100;

export type Media = { type: string; filename: string; stream: Readable };

/** Reads the type from the first bytes. Gives back the whole stream, and a name that fits the type. */
export async function sniffMedia(stream: Readable, filename: string): Promise<Media> {
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
  const { mime: type, ext } = found?.mime === "video/x-m4v" ? mp4 : (found ?? unknown);
  if (!mediaTypes.has(type)) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${filename} is not a picture or video that can be stored here. Use JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM. Nothing was saved.`,
    );
  }
  return {
    type,
    filename: withExtension(filename, ext),
    stream: wholeStream(head, iterator, stream),
  };
}

/** Directus removes what it has stored when `truncated` is true at the end. */
function wholeStream(head: Buffer, rest: AsyncIterator<Buffer>, source: Readable): Readable {
  const stream = Readable.from(rejoin(head, rest));
  return Object.defineProperty(stream, "truncated", {
    get: () => "truncated" in source && source.truncated === true,
  });
}

function withExtension(filename: string, extension: string): string {
  const { name } = parse(filename.replaceAll(/\p{Cc}/gu, ""));
  return `${name.slice(0, 200) || "upload"}.${extension}`;
}

async function* rejoin(head: Buffer, rest: AsyncIterator<Buffer>) {
  yield head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}
