import type { Readable } from "node:stream";
import { examineHead, longestHeadBytes, signatureBytes, unreadable } from "./examine-head.ts";
import { readAhead } from "./read-ahead.ts";
import { safeName } from "./safe-name.ts";

export type Media = { type: string; filename: string; stream: Readable };

/**
 * Reads type and size from the first bytes, as `examineHead` does and with its refusals. Gives back the
 * whole stream, and a name that fits the type.
 */
export async function sniffMedia(source: Readable, filename: string): Promise<Media> {
  const { readTo, isWhole, rejoined } = readAhead(source);
  let head = await readTo(signatureBytes);
  let media = await examineHead(head, filename);
  while (!media.isMeasured && !isWhole() && head.length < longestHeadBytes) {
    head = await readTo(head.length * 4);
    media = await examineHead(head, filename);
  }
  if (!media.isMeasured) throw unreadable(filename);
  // Directus removes what it has stored when `truncated` is true at the end.
  const stream = Object.defineProperty(rejoined(), "truncated", {
    get: () => "truncated" in source && source.truncated === true,
  });
  return { type: media.type, filename: safeName(filename, media.extension), stream };
}
