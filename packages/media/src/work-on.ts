import { processLimits } from "./limits.ts";
import type { MediaRun } from "./media-run.ts";
import { isPicture, sniffFile } from "./sniff.ts";
import type { ToolContext } from "./tool-context.ts";
import { measureDuration } from "./video/measure-duration.ts";
import { probeVideo } from "./video/probe-video.ts";
import type { VideoJob } from "./video/video-job.ts";

export type MediaWork<Made> = {
  /** Told how much memory it will take, in megabytes. */
  picture: (estimateMb: number) => Promise<Made>;
  video: (job: VideoJob) => Promise<Made>;
};

/** Looks at a file's head, refuses what is not to be worked on, and has the rest worked on as what it is. */
export async function workOn<Made>(
  tools: ToolContext,
  { input, scratch, run }: { input: string; scratch: string; run: MediaRun },
  work: MediaWork<Made>,
): Promise<Made> {
  run.signal.throwIfAborted();
  const type = await sniffFile(input);
  if (isPicture(type)) {
    const limit = { timeMs: processLimits.inspectMs };
    const size = await tools.pictures.run("measure", { input }, run, limit);
    return work.picture(estimate(size));
  }
  const facts = await probeVideo(tools, { input, type, scratch }, run);
  const job = { tools, input, facts, scratch, run };
  const durationS = facts.durationS ?? (await measureDuration(job));
  return work.video({ ...job, durationS });
}

/** The process itself, and the picture once as it is and once at work. */
const estimate = ({ width, height }: { width: number; height: number }) =>
  Math.round(100 + (width * height * 8) / 2 ** 20);
