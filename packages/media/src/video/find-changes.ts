import type { Change } from "./choose-moments.ts";
import { opening, runFfmpeg } from "./ffmpeg.ts";
import type { VideoJob } from "./video-job.ts";

/** Less differs from one key picture to the next in one scene. */
const leastScore = 0.08;
/** Key pictures that are further apart miss scenes; then all pictures are looked at, if it is not too long. */
const mostApartS = 4;
const mostWholeS = 900;

type Progress = (part: number) => void;

/**
 * Where the scene changes, by the pictures that stand for themselves: encoders put one at each change, and
 * the others need not be unpacked.
 */
export async function findChanges(job: VideoJob, onProgress: Progress): Promise<Change[]> {
  const { durationS } = job;
  const keys = await compare(job, ["-skip_frame", "nokey"], onProgress);
  const isSparse = durationS / keys.length > mostApartS && durationS <= mostWholeS;
  const seen = isSparse ? await compare(job, [], onProgress) : keys;
  return seen.filter(({ score }) => score >= leastScore);
}

/** How far each picture differs from the one before, 0 to 1. */
async function compare(
  { tools, input, facts, durationS, scratch, run }: VideoJob,
  which: string[],
  onProgress: Progress,
): Promise<Change[]> {
  const pictures: Change[] = [];
  let atS = 0;
  await runFfmpeg(tools, run, {
    args: [
      [...which, ...opening(facts.type), "-i", input, "-map", "0:V:0"],
      ["-vf", "scale=160:-2,select='gte(scene,0)',metadata=mode=print:file=-"],
      ["-f", "null", "-"],
    ],
    scratch,
    lengthS: durationS,
    onProgress,
    onLine: (line) => {
      const [, time] = /pts_time:([\d.]+)/.exec(line) ?? [];
      if (time !== undefined) atS = Number(time);
      const [, score] = /^lavfi\.scene_score=([\d.]+)/.exec(line) ?? [];
      if (score !== undefined) pictures.push({ atS, score: Number(score) });
    },
  });
  return pictures;
}
