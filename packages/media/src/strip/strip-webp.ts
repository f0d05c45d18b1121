import { damagedPicture } from "../problems.ts";
import { orientationExif, readExif } from "./exif.ts";
import type { Stripped } from "./stripped.ts";

const headBytes = 12;
const flag = { xmp: 0x04, exif: 0x08 };
const picture = new Set(["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);

/** Leaves out the chunks that are not the picture, and all that follows its end (RFC 9649). */
export function stripWebp(bytes: Buffer): Stripped {
  const parts: Buffer[] = [];
  const stripped: Stripped = { parts, metadata: new Set(), orientation: 1, frames: 1 };
  const whole = bytes.readUInt32LE(4) + 8;
  if (whole > bytes.length + 1) throw damagedPicture("Cut off.");
  let extended: Buffer | undefined;
  let frames = 0;
  for (let at = headBytes; at + 8 <= Math.min(whole, bytes.length);) {
    const name = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > bytes.length) throw damagedPicture("Cut off.");
    const content = bytes.subarray(at + 8, end);
    if (name === "VP8X" && length >= 10) {
      extended = Buffer.from(content);
    } else if (picture.has(name)) {
      if (name === "ANMF") frames += 1;
      parts.push(...toChunk(name, content));
    } else if (name === "EXIF") {
      const { orientation, kinds } = readExif(content);
      stripped.orientation = orientation;
      for (const kind of kinds) stripped.metadata.add(kind);
    } else {
      stripped.metadata.add("text");
    }
    at = end + (length % 2);
  }
  if (parts.length === 0) throw damagedPicture("No picture in it.");
  stripped.frames = Math.max(1, frames);
  if (extended !== undefined) {
    const isTurned = stripped.orientation !== 1;
    const flags = (extended[0] ?? 0) & ~(flag.xmp | flag.exif);
    extended[0] = isTurned ? flags | flag.exif : flags;
    parts.unshift(...toChunk("VP8X", extended));
    if (isTurned) parts.push(...toChunk("EXIF", orientationExif(stripped.orientation)));
  }
  parts.unshift(toHead(parts.reduce((sum, { length }) => sum + length, 0)));
  return stripped;
}

function toHead(contentBytes: number): Buffer {
  const head = Buffer.alloc(headBytes);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(contentBytes + 4, 4);
  head.write("WEBP", 8, "latin1");
  return head;
}

function toChunk(name: string, content: Buffer): Buffer[] {
  const head = Buffer.alloc(8);
  head.write(name, 0, "latin1");
  head.writeUInt32LE(content.length, 4);
  return [head, content, Buffer.alloc(content.length % 2)];
}
