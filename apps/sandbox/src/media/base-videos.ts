import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MediaFormat } from "./file-store.ts";

const run = promisify(execFile);

export const baseVideoCount = 4;
const format = {
  kind: "video",
  mime: "video/mp4",
  extension: "mp4",
  width: 640,
  height: 640,
} as const satisfies MediaFormat;

/** A video of 2.5 seconds: the camera moves over the picture. Rejects when ffmpeg can't do it. */
export async function createBaseVideo(
  ffmpeg: string,
  image: string,
): Promise<{ bytes: Buffer; format: MediaFormat }> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-video-"));
  const video = join(folder, "video.mp4");
  const move = "crop=w=640:h=640:x='(iw-ow)*t/2.5':y='(ih-oh)*t/2.5'";
  const filter = `scale=800:800:force_original_aspect_ratio=increase,${move},format=yuv420p`;
  const input = ["-loop", "1", "-framerate", "24", "-t", "2.5", "-i", image];
  const codec = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-movflags", "+faststart"];
  try {
    const options = ["-v", "error", "-y", ...input, "-vf", filter, ...codec, "-bitexact", video];
    await run(ffmpeg, options, { timeout: 60_000 });
    return { bytes: await readFile(video), format };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
