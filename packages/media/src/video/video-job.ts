import { processLimits } from "../limits.ts";
import type { MadeFile } from "../media-facts.ts";
import type { MediaRun } from "../media-run.ts";
import { mediaTypes, type VideoType } from "../sniff.ts";
import type { ToolContext } from "../tool-context.ts";
import { type Args, runFfmpeg } from "./ffmpeg.ts";
import { probeVideo, type VideoFacts } from "./probe-video.ts";

/** One piece of work on a video: the file, what it is, and a folder for what lies in between. */
export type VideoJob = {
  tools: ToolContext;
  input: string;
  facts: VideoFacts;
  durationS: number;
  scratch: string;
  run: MediaRun;
};

const largePixels = 1_920 * 1_200;

/** Memory for making a video anew: pictures wait in the decoder, the filters and the encoder. */
function transcodeMemory({ facts }: Pick<VideoJob, "facts">) {
  const pixels = facts.width * facts.height;
  return {
    estimateMb: Math.round(100 + (pixels * 1.5 * 60) / 2 ** 20),
    limitMb: pixels > largePixels ? processLimits.largeVideoMemoryMb : processLimits.memoryMb,
  };
}

/** Makes a video anew, within the memory that there is, and reads what it became. */
export async function transcode(
  job: VideoJob,
  request: { args: Args; output: string; type: VideoType; lengthS: number },
): Promise<MadeFile> {
  const { tools, scratch, run } = job;
  const { estimateMb, limitMb } = transcodeMemory(job);
  const path = `${request.output}.${mediaTypes[request.type].extension}`;
  await runFfmpeg(tools, run, {
    args: [...request.args, path],
    scratch,
    lengthS: request.lengthS,
    estimateMb,
    memoryMb: limitMb,
    onProgress: run.progress,
  });
  return madeVideo(job, path, request.type);
}

export async function madeVideo(
  { tools, scratch, run }: VideoJob,
  path: string,
  type: VideoType,
): Promise<MadeFile> {
  const made = await probeVideo(tools, { input: path, type, scratch }, run);
  const { mime, extension, width, height, durationS, sizeBytes } = made;
  return { path, mime, extension, width, height, durationS, sizeBytes };
}
