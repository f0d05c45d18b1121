import type { Readable } from "node:stream";
import { examineHead, longestHeadBytes, signatureBytes, unreadable } from "./examine-head.ts";
import { atMost } from "./at-most.ts";
import { readAhead } from "./read-ahead.ts";
import { safeName } from "./safe-name.ts";
import { sizeLimitOf } from "./size-limit.ts";

export type Media = { type: string; filename: string; stream: Readable };

/**
 * Reads type and size from the first bytes, as `examineHead` does and with its refusals. Gives back the
 * whole stream, and a name that fits the type. The stream fails with a refusal when it is longer than a file
 * of its type may be.
 */
export async function sniffMedia(
  source: Readable,
  filename: string,
  maxUploadBytes: number,
): Promise<Media> {
  const { readTo, isWhole, rejoined } = readAhead(source);
  let head = await readTo(signatureBytes);
  let media = await examineHead(head, filename);
  while (!media.isMeasured && !isWhole() && head.length < longestHeadBytes) {
    head = await readTo(head.length * 4);
    media = await examineHead(head, filename);
  }
  if (!media.isMeasured) throw unreadable(filename);
  const limit = sizeLimitOf(media.type, maxUploadBytes);
  const stream = atMost(rejoined(), limit.bytes, () => limit.tooLarge(filename));
  return { type: media.type, filename: safeName(filename, media.extension), stream };
}
