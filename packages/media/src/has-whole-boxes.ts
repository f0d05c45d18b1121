import { open } from "node:fs/promises";

const mostBoxes = 100_000;
const headBytes = 16;

/** Whether a file is of whole boxes, one after the other, with that one among them (ISO/IEC 14496-12). */
export async function hasWholeBoxes(path: string, needed: "meta" | "moov"): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size: fileBytes } = await file.stat();
    const head = Buffer.alloc(headBytes);
    let isThere = false;
    for (let at = 0, count = 0; at < fileBytes; count += 1) {
      const { bytesRead } = await file.read(head, 0, headBytes, at);
      if (bytesRead < 8 || count > mostBoxes) return false;
      const short = head.readUInt32BE(0);
      const sizeBytes =
        short === 0 ? fileBytes - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short;
      if (sizeBytes < 8 || at + sizeBytes > fileBytes) return false;
      isThere ||= head.toString("latin1", 4, 8) === needed;
      at += sizeBytes;
    }
    return isThere;
  } finally {
    await file.close();
  }
}
