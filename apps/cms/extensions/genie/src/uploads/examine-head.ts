import { fileTypeFromBuffer } from "file-type";
import { imageDimensionsFromData } from "image-dimensions";
import { refusal } from "../refusals.ts";
import { mediaTypeNames, mediaTypes } from "./media-types.ts";

/** The signatures of all types lie within these (file-type's own figure). */
export const signatureBytes = 4100;

/** Whatever cameras and programs write before the picture itself ends within these. */
export const longestHeadBytes = 1024 * 1024;

export const maxSide = 16_384;
export const maxPixels = 50_000_000;

/** What the first bytes say. A picture whose size comes later has `isMeasured` false. */
export type MediaHead = { type: string; extension: string; isMeasured: boolean };

/**
 * Reads type and size from the first bytes of a file; nothing is decoded. Refuses, in a sentence that
 * names the file, what is no picture or video, what is a document besides, and pictures that are too large.
 */
export async function examineHead(head: Buffer, filename: string): Promise<MediaHead> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  const type = found === "video/x-m4v" ? "video/mp4" : (found ?? "");
  const extension = mediaTypes.get(type);
  if (extension === undefined) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${filename} is not a picture or video that can be stored here. Use ${mediaTypeNames}. Nothing was saved.`,
    );
  }
  if (isDocumentBesides(head)) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${filename} holds a page or a program besides its picture, so it was refused. Export it again from where it was made. Nothing was saved.`,
    );
  }
  if (!type.startsWith("image/")) return { type, extension, isMeasured: true };
  // It reads the memory from its very beginning, and a Buffer may lie in the midst of one.
  const size = imageDimensionsFromData(new Uint8Array(head));
  if (size && isTooLarge(size)) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${filename} has ${count(size.width)} × ${count(size.height)} pixels. A picture may have ${count(maxSide)} on each side and ${maxPixels / 1e6} million in all. Make it smaller and upload it again. Nothing was saved.`,
    );
  }
  return { type, extension, isMeasured: size !== undefined && size.width > 0 && size.height > 0 };
}

/** For a picture that is damaged before its size. */
export function unreadable(filename: string): Error {
  return refusal(
    "INVALID_PAYLOAD",
    `${filename} can't be read as a picture: it is damaged or incomplete. Nothing was saved.`,
  );
}

const isTooLarge = ({ width, height }: { width: number; height: number }) =>
  width > maxSide || height > maxSide || width * height > maxPixels;

const count = (pixels: number) => pixels.toLocaleString("en");

// Browsers that are not told otherwise take these for what they are wherever they begin.
const documents = /<(!doctype|html|script|svg|\?php)[\s>/]|#extm3u|%pdf-/i;

function isDocumentBesides(head: Buffer): boolean {
  return documents.test(head.subarray(0, signatureBytes).toString("latin1"));
}
