import type { MetadataKind } from "@genie/schema";

const tags = { orientation: 0x01_12, gps: 0x88_25 };
const texts = new Set([0x01_0e, 0x01_3b, 0x82_98, 0x9c_9b, 0x9c_9c, 0x9c_9d, 0x9c_9e, 0x9c_9f]);
/** What says how the picture is stored, not what made it. */
const neutral = new Set([
  0x01_00, 0x01_01, 0x01_02, 0x01_03, 0x01_06, 0x01_12, 0x01_15, 0x01_1a, 0x01_1b, 0x01_28, 0x02_13,
]);

export type ExifFacts = { orientation: number; kinds: Set<MetadataKind> };

/**
 * What a block of EXIF says, TIFF with or without the name before it (CIPA DC-008). What can't be read
 * counts as of the camera.
 */
export function readExif(block: Buffer): ExifFacts {
  const facts: ExifFacts = { orientation: 1, kinds: new Set() };
  const tiff = block.toString("latin1", 0, 6) === "Exif\0\0" ? block.subarray(6) : block;
  try {
    const isLittle = tiff.toString("latin1", 0, 2) === "II";
    const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const count = short(start);
    for (let index = 0; index < count; index += 1) {
      const at = start + 2 + index * 12;
      const tag = short(at);
      if (tag === tags.orientation) facts.orientation = toOrientation(short(at + 8));
      else if (tag === tags.gps) facts.kinds.add("location");
      else if (texts.has(tag)) facts.kinds.add("text");
      else if (!neutral.has(tag)) facts.kinds.add("camera");
    }
  } catch {
    // Cut off or no TIFF at all; it is taken out in any case.
    facts.kinds.add("camera");
  }
  return facts;
}

/** TIFF that says how the picture is turned, and nothing else. */
export function orientationExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(tags.orientation, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}

const toOrientation = (value: number) => (value >= 1 && value <= 8 ? value : 1);
