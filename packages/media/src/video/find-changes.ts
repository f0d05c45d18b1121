import type { Change } from "./choose-moments.ts";
import { opening, runFfmpeg } from "./ffmpeg.ts";
import type { VideoJob } from "./video-job.ts";

/** Less differs from one key picture to the next in one scene. */
const leastScore = 0.08;

/**
 * Where the scene changes, by the pictures that stand for themselves: encoders put one at each change, and
 * the others need not be unpacked.
 */
export async function findChanges(
  { tools, input, facts, durationS, scratch, run }: VideoJob,
  onProgress: (part: number) => void,
): Promise<Change[]> {
  const changes: Change[] = [];
  let atS = 0;
  await runFfmpeg(tools, run, {
    args: [
      ["-skip_frame", "nokey", ...opening(facts.type), "-i", input, "-map", "0:V:0"],
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
      if (score !== undefined && Number(score) >= leastScore) {
        changes.push({ atS, score: Number(score) });
      }
    },
  });
  return changes;
}
