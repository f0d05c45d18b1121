import { crc32, deflateSync } from "node:zlib";

type PictureSize = { width?: number; height?: number };

/** A PNG, 8 × 8 if nothing else is said; of a larger one the rows are missing, so it can't be decoded. */
export function png({ width = 8, height = 8 }: PictureSize = {}): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(8 * (1 + 8 * 3), 0x40);
  for (let row = 0; row < 8; row += 1) rows[row * 25] = 0;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The start of a JPEG with so many bytes of metadata before its size, and a remark. */
export function jpegHead(
  { width = 8, height = 8 }: PictureSize = {},
  metadataBytes = 0,
  remark = "",
): Buffer<ArrayBuffer> {
  const parts = [
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    Buffer.from([0xff, 0xfe, 0, remark.length + 2]),
    Buffer.from(remark),
  ];
  for (let left = metadataBytes; left > 0; left -= 60_000) {
    const segment = Buffer.alloc(4 + Math.min(left, 60_000), 0x20);
    segment.set([0xff, 0xe1]);
    segment.writeUInt16BE(segment.length - 2, 2);
    parts.push(segment);
  }
  const frame = Buffer.from("ffc000110800000000", "hex");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([...parts, frame, Buffer.alloc(64, 0x11)]);
}

/** The start of a GIF. */
export function gif(side = 8): Buffer<ArrayBuffer> {
  const head = Buffer.from("GIF89a0000\0\0\0");
  head.writeUInt16LE(side, 6);
  head.writeUInt16LE(side, 8);
  return head;
}

/** The start of a WebP, 8 × 8. */
export function webp(): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from("RIFF\0\0\0\0WEBPVP8X\u000a\0\0\0", "latin1"),
    Buffer.from("00000000070000070000", "hex"),
  ]);
}

/** The start of an AVIF, 8 × 8: nothing but the boxes that say so. */
export function avif(): Buffer<ArrayBuffer> {
  const size = Buffer.from("000000000000000800000008", "hex");
  const properties = box("iprp", [
    box("ipco", [box("ispe", [size])]),
    box("ipma", [Buffer.from("000000000000000100010101", "hex")]),
  ]);
  const primary = box("pitm", [Buffer.from("000000000001", "hex")]);
  return Buffer.concat([
    box("ftyp", [Buffer.from("avif\0\0\0\0avifmif1")]),
    box("meta", [Buffer.alloc(4), primary, properties]),
  ]);
}

/** The start of an MP4, followed by so many bytes of nothing in particular. */
export function mp4(sizeBytes = 64, brand = "isom"): Buffer<ArrayBuffer> {
  const head = box("ftyp", [Buffer.from(`${brand}\0\0\0\0${brand}mp42`)]);
  return Buffer.concat([head, Buffer.alloc(sizeBytes, 7)], sizeBytes);
}

function box(type: string, content: readonly Buffer[]): Buffer<ArrayBuffer> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([length, Buffer.from(type), ...content]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
