import sharp from "sharp";

/** A small picture of one colour. */
export async function samplePicture(name = "picture.png", colour = "#8a2f62"): Promise<File> {
  const create = { width: 40, height: 30, channels: 3, background: colour } as const;
  const bytes = await sharp({ create }).png().toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: "image/png" });
}

/** What passes for an MP4 video by its first bytes. */
export function sampleVideo(sizeBytes = 5000, name = "video.mp4"): File {
  const bytes = Buffer.alloc(sizeBytes, "video ");
  bytes.writeUInt32BE(24, 0);
  bytes.write("ftypisom", 4, "latin1");
  return new File([bytes], name, { type: "video/mp4" });
}
