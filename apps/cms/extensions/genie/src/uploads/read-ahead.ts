import { Readable } from "node:stream";

export type ReadAhead = {
  /** The first bytes, at least as many, or all that there are. */
  readTo: (sizeBytes: number) => Promise<Buffer>;
  isWhole: () => boolean;
  /** All of it, from its beginning. */
  rejoined: () => Readable;
};

/** Looks at the beginning of a stream of bytes and gives back the whole. */
export function readAhead(source: Readable): ReadAhead {
  const iterator: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let isWhole = false;

  const readTo = async (sizeBytes: number) => {
    const chunks = [head];
    let length = head.length;
    while (!isWhole && length < sizeBytes) {
      const { done, value } = await iterator.next();
      if (done) isWhole = true;
      else {
        chunks.push(value);
        length += value.length;
      }
    }
    head = Buffer.concat(chunks);
    return head;
  };
  const rejoin = async function* () {
    yield head;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  };
  return { readTo, isWhole: () => isWhole, rejoined: () => Readable.from(rejoin()) };
}
