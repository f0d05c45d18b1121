import { type FileHandle, open } from "node:fs/promises";
import { hasWholeBoxes } from "../has-whole-boxes.ts";
import { damagedVideo } from "../problems.ts";
import type { VideoType } from "../sniff.ts";

const headBytes = 64;

/**
 * Whether the outermost parts of a video fit into its file: one that is cut off plays up to there, and a half
 * of it would be made without a word. Throws `invalid_input` with a sentence.
 */
export async function checkContainer(path: string, type: VideoType): Promise<void> {
  if (type !== "webm") {
    if (!(await hasWholeBoxes(path, "moov"))) throw damagedVideo("Cut off.");
    return;
  }
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    await checkSegment(file, size);
  } finally {
    await file.close();
  }
}

const segmentId = 0x18_53_80_67;

/** WebM: a head, then one segment that holds everything else (RFC 8794). Those of browsers do not say how long. */
async function checkSegment(file: FileHandle, fileBytes: number): Promise<void> {
  const head = Buffer.alloc(headBytes);
  await file.read(head, 0, headBytes, 0);
  const first = readSize(head, 4);
  await file.read(head, 0, headBytes, first.end + (first.value ?? 0));
  if (head.readUInt32BE(0) !== segmentId) throw damagedVideo("No segment.");
  const segment = readSize(head, 4);
  const start = first.end + (first.value ?? 0) + segment.end;
  if (segment.value !== null && start + segment.value > fileBytes) {
    throw damagedVideo("The segment is cut off.");
  }
}

/** A length of one to eight bytes, null where it is left open, and where it ends. */
function readSize(bytes: Buffer, at: number): { value: number | null; end: number } {
  const first = bytes.readUInt8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw damagedVideo("No length.");
  let value = first & (0xff >> length);
  let isOpen = value === 0xff >> length;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    isOpen &&= byte === 0xff;
  }
  return { value: isOpen ? null : value, end: at + length };
}
