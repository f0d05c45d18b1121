import { crc32 } from "node:zlib";
import { damagedPicture } from "../problems.ts";
import { orientationExif, readExif } from "./exif.ts";
import type { Stripped } from "./stripped.ts";

const signatureBytes = 8;
const mostChunks = 100_000;
/** What the picture looks like depends on these, beside the critical ones (which begin with a capital). */
const looks = new Set(
  [
    ["iCCP", "sRGB", "gAMA", "cHRM", "cICP", "mDCV", "cLLI", "sBIT", "tRNS", "bKGD", "pHYs"],
    ["hIST", "sPLT", "acTL", "fcTL", "fdAT"],
  ].flat(),
);
const texts = new Set(["tEXt", "zTXt", "iTXt"]);

/** Leaves out the chunks that are not the picture, and all that follows its end (PNG, third edition). */
export function stripPng(bytes: Buffer): Stripped {
  const parts: Buffer[] = [bytes.subarray(0, signatureBytes)];
  const stripped: Stripped = { parts, metadata: new Set(), orientation: 1, frames: 1 };
  let at = signatureBytes;
  for (let count = 0; ; count += 1) {
    if (count > mostChunks || at + 12 > bytes.length) throw damagedPicture("Cut off.");
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw damagedPicture("Cut off.");
    const content = bytes.subarray(at + 8, end - 4);
    if (name === "eXIf") {
      const { orientation, kinds } = readExif(content);
      stripped.orientation = orientation;
      for (const kind of kinds) stripped.metadata.add(kind);
      if (orientation !== 1) parts.push(toChunk("eXIf", orientationExif(orientation)));
    } else if (/^[A-Z]/.test(name) || looks.has(name)) {
      parts.push(bytes.subarray(at, end));
      if (name === "acTL" && length >= 4) stripped.frames = content.readUInt32BE(0);
    } else {
      stripped.metadata.add(texts.has(name) ? "text" : "camera");
    }
    if (name === "IEND") return stripped;
    at = end;
  }
}

function toChunk(name: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name, 4, "latin1");
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}
