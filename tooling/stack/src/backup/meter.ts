import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** Passes bytes on, counts them and takes their SHA-256 (hexadecimal). */
export function createMeter() {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, sizeBytes: () => sizeBytes, sha256: () => hash.digest("hex") };
}
