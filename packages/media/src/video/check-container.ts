import { open } from "node:fs/promises";
import { damagedVideo } from "../problems.ts";
import type { VideoType } from "../sniff.ts";

const mostBoxes = 100_000;
const headBytes = 16;

/**
 * Whether the outermost boxes of an MP4 or MOV fit into the file (ISO/IEC 14496-12): one that is cut off
 * plays up to there, and a half of it would be made without a word. WebM has no such frame.
 */
export async function checkContainer(path: string, type: VideoType): Promise<void> {
  if (type === "webm") return;
  const file = await open(path, "r");
  try {
    const { size: fileBytes } = await file.stat();
    const names = new Set<string>();
    const head = Buffer.alloc(headBytes);
    let at = 0;
    for (let count = 0; at < fileBytes; count += 1) {
      const { bytesRead } = await file.read(head, 0, headBytes, at);
      if (bytesRead < 8 || count > mostBoxes) throw damagedVideo("Cut off.");
      const short = head.readUInt32BE(0);
      const name = head.toString("latin1", 4, 8);
      const sizeBytes =
        short === 0 ? fileBytes - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
      if (sizeBytes < 8 || at + sizeBytes > fileBytes) {
        // What follows a whole video is nobody's business; ffmpeg does not read it either.
        if (names.has("moov") && names.has("mdat") && !/^[a-z0-9]{4}$/.test(name)) return;
        throw damagedVideo(`The box ${name} is cut off.`);
      }
      names.add(name);
      at += sizeBytes;
    }
    if (!names.has("moov")) throw damagedVideo("It has no index.");
  } finally {
    await file.close();
  }
}
