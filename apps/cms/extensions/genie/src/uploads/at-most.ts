import { Readable } from "node:stream";

/** The same bytes. With the first one too many it fails with what `tooMany` says. */
export function atMost(source: Readable, bytes: number, tooMany: () => Error): Readable {
  const counted = async function* () {
    let left = bytes;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) throw tooMany();
      yield chunk;
    }
  };
  return Readable.from(counted());
}
