import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ffmpegPath } from "./e2e-env.ts";

const run = promisify(execFile);

/** A video of some 30 MB that says nothing of where it is from, so that it stays as it is. */
export async function makeNoisyVideo(folder: string): Promise<string> {
  const path = join(folder, "evening.mp4");
  const noise = "color=c=gray:s=1280x720:r=25,noise=alls=100:allf=t";
  const made = ["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", noise, "-t", "10"];
  const size = ["-c:v", "mpeg4", "-q:v", "2", "-fs", String(31 * 1024 * 1024)];
  const bare = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"];
  await run(ffmpegPath(), [...made, ...size, ...bare, path]);
  return path;
}
