import { Readable } from "node:stream";

/** Both are the one ReadableStream of Node.js, which is typed twice. */
export const toWeb = (stream: Readable) =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

export const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream);
