import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { ExportManifest } from "@genie/schema";
import { ZipFile } from "yazl";

type Content = AsyncIterable<Buffer | string>;

export type Archive = {
  /** The bytes of the ZIP, as fast as they are read. */
  stream: Readable;
  /** Writes an entry and waits until all of it has been taken; packed unless it is `asIs`. */
  add: (path: string, content: Content, options?: { asIs?: boolean }) => Promise<void>;
  /** What was written so far. */
  entries: ExportManifest["entries"];
  end: () => void;
};

/**
 * A ZIP (ZIP64 where it has to be) that is made while it is read, an entry after the other: nothing of it is kept, in
 * memory or on disk. Its directory comes last, so one that broke off can't be opened. `signal` gives up.
 */
export function openArchive(signal: AbortSignal): Archive {
  const zip = new ZipFile();
  const entries: ExportManifest["entries"] = [];
  // It is heard of by what waits for the stream.
  zip.on("error", () => undefined);

  return {
    stream: Readable.from(zip.outputStream, { objectMode: false }),
    entries,
    add: async (path, content, { asIs = false } = {}) => {
      signal.throwIfAborted();
      const hash = createHash("sha256");
      let size = 0;
      const measured = async function* () {
        for await (const chunk of content) {
          const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
          hash.update(bytes);
          size += bytes.length;
          yield bytes;
        }
      };
      const source = Readable.from(measured(), { objectMode: false });
      const taken = finished(source, { signal });
      zip.addReadStream(source, path, { compress: !asIs, mode: 0o100_644 });
      try {
        await taken;
      } finally {
        source.destroy();
      }
      entries.push({ path, size_bytes: size, sha256: hash.digest("hex") });
    },
    end: () => zip.end(),
  };
}
