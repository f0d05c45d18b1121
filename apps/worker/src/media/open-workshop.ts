import { mkdir, rm } from "node:fs/promises";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { type MediaTools, openMediaTools } from "@genie/media";
import type { Env } from "../env.ts";

/** What files are worked on with, and where they lie meanwhile. */
export type Workshop = { tools: MediaTools; folder: string };

/** Opens the tools once for the whole worker, and clears away what a worker that was killed has left. */
export async function openWorkshop(
  env: Pick<Env, "FFMPEG_PATH" | "FFPROBE_PATH" | "MEDIA_MEMORY_MB" | "WORKER_DATA_DIR">,
): Promise<Workshop> {
  const place = join(env.WORKER_DATA_DIR, "media");
  await rm(place, { recursive: true, force: true });
  const [folder, own] = [join(place, "work"), join(place, "tools")];
  for (const path of [folder, own]) await mkdir(path, { recursive: true, mode: 0o700 });
  const ffmpegPath = env.FFMPEG_PATH ?? "ffmpeg";
  const tools = openMediaTools({
    folder: own,
    memoryMb: env.MEDIA_MEMORY_MB ?? usualMemoryMb(),
    ffmpegPath,
    ffprobePath: env.FFPROBE_PATH ?? join(dirname(ffmpegPath), "ffprobe"),
  });
  return { tools, folder };
}

const megabyte = 1024 * 1024;

/** A third of what the machine, or the container, has; one file at least, and no more than are worked on at once. */
export function usualMemoryMb(
  availableBytes: number = Math.min(totalmem(), process.constrainedMemory() || Infinity),
): number {
  return Math.round(Math.min(6_144, Math.max(1_024, availableBytes / megabyte / 3)));
}
