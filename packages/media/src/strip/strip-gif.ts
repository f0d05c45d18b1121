import { mediaLimits } from "../limits.ts";
import { damagedPicture, tooManyPixels } from "../problems.ts";
import type { Stripped } from "./stripped.ts";

const block = { extension: 0x21, image: 0x2c, trailer: 0x3b };
const label = { control: 0xf9, application: 0xff };
/** Of applications, only what says how often an animation runs, and its colours. */
const applications = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** Of a table of colours, as the flags before it say. */
const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Leaves out comments, texts and notes of programs, and all that follows its end (GIF89a). */
export function stripGif(bytes: Buffer): Stripped {
  const parts: Buffer[] = [];
  const stripped: Stripped = { parts, metadata: new Set(), orientation: 1, frames: 0 };
  const byteAt = (at: number): number => {
    const value = bytes[at];
    if (value === undefined) throw damagedPicture("Cut off.");
    return value;
  };
  const afterBlocks = (start: number) => {
    let at = start;
    for (let size = byteAt(at); size !== 0; size = byteAt(at)) at += size + 1;
    return at + 1;
  };
  // Readers go by the size of its first picture, but browsers by that of the head.
  const [width, height] = [byteAt(6) + 256 * byteAt(7), byteAt(8) + 256 * byteAt(9)];
  if (width * height > mediaLimits.picturePixels) throw tooManyPixels(width, height);
  let at = 13 + tableBytes(byteAt(10));
  parts.push(bytes.subarray(0, at));
  for (let kind = byteAt(at); kind !== block.trailer; kind = byteAt(at)) {
    if (kind === block.image) {
      const end = afterBlocks(at + 11 + tableBytes(byteAt(at + 9)));
      parts.push(bytes.subarray(at, end));
      stripped.frames += 1;
      at = end;
    } else if (kind === block.extension) {
      const end = afterBlocks(at + 2);
      const name = byteAt(at + 1);
      const isApplication =
        name === label.application && applications.has(bytes.toString("latin1", at + 3, at + 14));
      if (name === label.control || isApplication) parts.push(bytes.subarray(at, end));
      else stripped.metadata.add("text");
      at = end;
    } else {
      throw damagedPicture("No block.");
    }
  }
  if (stripped.frames === 0) throw damagedPicture("No picture in it.");
  parts.push(Buffer.from([block.trailer]));
  return stripped;
}
