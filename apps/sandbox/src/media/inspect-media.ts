import sharp from "sharp";
import type { MediaFormat } from "./file-store.ts";

const imageTypes: Record<string, { mime: string; extension: string } | undefined> = {
  jpeg: { mime: "image/jpeg", extension: "jpg" },
  png: { mime: "image/png", extension: "png" },
  webp: { mime: "image/webp", extension: "webp" },
  gif: { mime: "image/gif", extension: "gif" },
};
/** Kinds of picture, and QuickTime, that share the container of MP4. */
const otherBrands = ["avif", "avis", "heic", "heix", "hevc", "mif1", "msf1", "qt  "];

/** What the bytes are, by their content and not by a name; null for what is not accepted. */
export async function inspectMedia(bytes: Buffer): Promise<MediaFormat | null> {
  if (bytes.toString("latin1", 4, 8) === "ftyp") {
    if (otherBrands.includes(bytes.toString("latin1", 8, 12))) return null;
    return { kind: "video", mime: "video/mp4", extension: "mp4", width: null, height: null };
  }
  try {
    const { format, width, height } = await sharp(bytes).metadata();
    const type = imageTypes[format];
    return type ? { kind: "image", ...type, width, height } : null;
  } catch {
    return null;
  }
}
