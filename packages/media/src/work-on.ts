import { processLimits } from "./limits.ts";
import type { MediaFacts } from "./media-facts.ts";
import type { MediaRun } from "./media-run.ts";
import { isPicture, sniffFile } from "./sniff.ts";
import type { ToolContext } from "./tool-context.ts";
import { measureDuration } from "./video/measure-duration.ts";
import { probeVideo } from "./video/probe-video.ts";
import type { VideoJob } from "./video/video-job.ts";

/** The memory that a picture of its size will take, in megabytes, and the time that it may. */
export type PictureNeeds = { estimateMb: number; timeMs: number };

export type MediaWork<Made> = {
  picture: (needs: PictureNeeds, facts: MediaFacts) => Promise<Made>;
  video: (job: VideoJob) => Promise<Made>;
};

/** Looks at a file, refuses what is not to be worked on, and has the rest worked on as what it is. */
export async function workOn<Made>(
  tools: ToolContext,
  { input, scratch, run }: { input: string; scratch: string; run: MediaRun },
  work: MediaWork<Made>,
): Promise<Made> {
  run.signal.throwIfAborted();
  const type = await sniffFile(input);
  if (isPicture(type)) {
    const limit = { timeMs: processLimits.inspectMs };
    const facts = await tools.pictures.run("inspect", { input }, run, limit);
    return work.picture(needsOf(facts), facts);
  }
  const facts = await probeVideo(tools, { input, type, scratch }, run);
  const job = { tools, input, facts, scratch, run };
  const durationS = facts.durationS ?? (await measureDuration(job));
  return work.video({ ...job, durationS });
}

/** The process itself, and the picture once as it is and once at work; a second for each megapixel. */
const needsOf = ({ width, height }: { width: number; height: number }): PictureNeeds => ({
  estimateMb: Math.round(100 + (width * height * 8) / 2 ** 20),
  timeMs: Math.round(processLimits.pictureMs + (width * height) / 1_000),
});
