import { access } from "node:fs/promises";
import { join } from "node:path";
import { damagedVideo } from "../problems.ts";
import { evenSize } from "./encoding.ts";
import { opening, runFfmpeg } from "./ffmpeg.ts";
import type { VideoJob } from "./video-job.ts";

/** Where to look, as parts of the length: films begin and end dark. */
const places = [0.1, 0.3, 0.5, 0.75, 0.02, 0];
const oneFrameMs = 10_000;
/** Darker than that, or all of one colour, shows nothing. */
const leastMean = 0.06;
const leastSpread = 0.02;

/** The first picture at one of these places that shows something, as a PNG; else the best of them. */
export async function takePoster(job: VideoJob): Promise<string> {
  const { tools, durationS, scratch, run } = job;
  let best: { path: string; value: number } | undefined;
  for (const [index, place] of places.entries()) {
    const path = join(scratch, `poster-${index}.png`);
    if (!(await takeFrame(job, place * durationS, path))) continue;
    const { mean, spread } = await tools.pictures.run("brightness", { input: path }, run);
    if (mean >= leastMean && spread >= leastSpread) return path;
    const value = mean + spread;
    if (value > (best?.value ?? -1)) best = { path, value };
  }
  // The places go down to the very first picture; a video without one is none.
  if (best === undefined) throw damagedVideo(`No picture in ${scratch}.`);
  return best.path;
}

/** False where there is no picture, as after the end of one that is shorter than it says. */
async function takeFrame(
  { tools, input, facts, scratch, run }: VideoJob,
  atS: number,
  path: string,
): Promise<boolean> {
  await runFfmpeg(tools, run, {
    args: [
      ["-ss", atS.toFixed(3), ...opening(facts.type), "-i", input, "-map", "0:V:0"],
      ["-vf", evenSize, "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1", path],
    ],
    scratch,
    lengthS: 1,
    timeMs: oneFrameMs,
  });
  return access(path).then(
    () => true,
    () => false,
  );
}
