import { damagedPicture } from "../problems.ts";
import { orientationExif, readExif } from "./exif.ts";
import type { Stripped } from "./stripped.ts";

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee };
const jfifBytes = 18;

/**
 * Leaves out what is not the picture, without unpacking it (ITU-T T.81, annex B): EXIF, XMP, IPTC,
 * comments, previews, and all that follows its end. JFIF, colour profile, Adobe's colour transform and the
 * orientation stay.
 */
export function stripJpeg(bytes: Buffer): Stripped {
  const kept: Buffer[] = [];
  const stripped: Stripped = { parts: kept, metadata: new Set(), orientation: 1, frames: 1 };
  let isScanned = false;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const code = bytes[at + 1];
    if (bytes[at] !== 0xff || code === undefined) throw damagedPicture("No marker.");
    if (code === marker.eoi) break;
    if (at + 4 > bytes.length) throw damagedPicture("Cut off.");
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw damagedPicture("Cut off.");
    const segment = bytes.subarray(at, end);
    at = end;
    if (code === marker.sos) {
      isScanned = true;
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end - segment.length, at));
    } else if (isKept(code, segment)) {
      kept.push(code === marker.app0 ? withoutPreview(segment) : segment);
    } else {
      note(code, segment, stripped);
    }
  }
  if (!isScanned) throw damagedPicture("No picture in it.");
  kept.unshift(Buffer.from([0xff, marker.soi]), ...exifSegment(stripped.orientation));
  kept.push(Buffer.from([0xff, marker.eoi]));
  return stripped;
}

/** Packed pixels go on until a marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = start; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1];
    if (at === -1 || next === undefined) throw damagedPicture("Cut off.");
    const isData = next === 0x00 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!isData) return at;
  }
}

function isKept(code: number, segment: Buffer): boolean {
  const holds = (name: string) => segment.toString("latin1", 4, 4 + name.length) === name;
  if (code === marker.app0) return holds("JFIF\0");
  if (code === marker.app2) return holds("ICC_PROFILE\0");
  if (code === marker.app14) return holds("Adobe");
  // Tables and frame headers; the rest are applications' own (APPn) and comments (COM).
  return code >= 0xc0 && code < 0xe0;
}

/** JFIF may hold a small copy of the picture, of before it was cropped. */
function withoutPreview(segment: Buffer): Buffer {
  if (segment.length <= jfifBytes) return segment;
  const short = Buffer.from(segment.subarray(0, jfifBytes));
  short.writeUInt16BE(jfifBytes - 2, 2);
  short.fill(0, jfifBytes - 2);
  return short;
}

function note(code: number, segment: Buffer, stripped: Stripped): void {
  const content = segment.subarray(4);
  if (code === marker.app1 && content.toString("latin1", 0, 6) === "Exif\0\0") {
    const { orientation, kinds } = readExif(content);
    stripped.orientation = orientation;
    for (const kind of kinds) stripped.metadata.add(kind);
  } else if (code !== marker.app0) {
    stripped.metadata.add("text");
  }
}

function exifSegment(orientation: number): Buffer[] {
  if (orientation === 1) return [];
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), orientationExif(orientation)]);
  const head = Buffer.from([0xff, marker.app1, 0, content.length + 2]);
  return [head, content];
}
