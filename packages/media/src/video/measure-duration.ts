import { opening, runFfmpeg } from "./ffmpeg.ts";
import type { VideoJob } from "./video-job.ts";

const someS = 1;

/** Reads a video through, for those that do not say how long they are, as browsers record them. Seconds. */
export async function measureDuration({
  tools,
  input,
  facts,
  scratch,
  run,
}: Omit<VideoJob, "durationS">): Promise<number> {
  let seconds = 0;
  await runFfmpeg(tools, run, {
    args: [...opening(facts.type), "-i", input, "-map", "0:V:0", "-c", "copy", "-f", "null", "-"],
    scratch,
    lengthS: someS,
    onTime: (timeS) => {
      seconds = Math.max(seconds, timeS);
    },
  });
  return Math.max(seconds, 1 / (facts.framesPerS || 25));
}
