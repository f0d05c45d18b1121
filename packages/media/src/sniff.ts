import { open } from "node:fs/promises";
import { unknownType } from "./problems.ts";

/** The types that are worked on, by what their bytes begin with. */
export const mediaTypes = {
  jpeg: { kind: "image", mime: "image/jpeg", extension: "jpg" },
  png: { kind: "image", mime: "image/png", extension: "png" },
  webp: { kind: "image", mime: "image/webp", extension: "webp" },
  gif: { kind: "image", mime: "image/gif", extension: "gif" },
  avif: { kind: "image", mime: "image/avif", extension: "avif" },
  mp4: { kind: "video", mime: "video/mp4", extension: "mp4" },
  mov: { kind: "video", mime: "video/quicktime", extension: "mov" },
  webm: { kind: "video", mime: "video/webm", extension: "webm" },
} as const;

export type MediaType = keyof typeof mediaTypes;
export type PictureType = "avif" | "gif" | "jpeg" | "png" | "webp";
export type VideoType = "mov" | "mp4" | "webm";

const headBytes = 64;

/** What a file is by its first bytes. Throws `invalid_input` with a sentence for all else. */
export async function sniffFile(path: string): Promise<MediaType> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    const type = sniff(head.subarray(0, bytesRead));
    if (type === undefined) throw unknownType();
    return type;
  } finally {
    await file.close();
  }
}

export const isPicture = (type: MediaType): type is PictureType =>
  mediaTypes[type].kind === "image";

export function sniff(head: Buffer): MediaType | undefined {
  const text = (from: number, to: number) => head.toString("latin1", from, to);
  if (text(0, 3) === "\xFF\xD8\xFF") return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1A\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(0, 6) === "GIF87a" || text(0, 6) === "GIF89a") return "gif";
  if (text(0, 4) === "\x1A\x45\xDF\xA3") return "webm";
  if (text(4, 8) !== "ftyp") return undefined;
  const brand = text(8, 12);
  if (brand === "avif" || brand === "avis") return "avif";
  if (brand === "qt  ") return "mov";
  // Other still pictures in the same container: HEIC and the like, which sharp does not unpack.
  return /^(hei|hev|mif1|msf1|crx |jp[2xm])/.test(brand) ? undefined : "mp4";
}
