import { processLimits } from "../limits.ts";
import type { MadeFile } from "../media-facts.ts";
import { mediaTypes } from "../sniff.ts";
import { bare, container } from "./encoding.ts";
import { opening, runFfmpeg } from "./ffmpeg.ts";
import { madeVideo, type VideoJob } from "./video-job.ts";

/** The same pictures and sounds without what was written beside them, and without tracks of data. */
export async function stripVideo(job: VideoJob, output: string): Promise<MadeFile> {
  const { tools, input, facts, durationS, scratch, run } = job;
  const path = `${output}.${mediaTypes[facts.type].extension}`;
  const tracks = ["-map", "0:V:0", "-map", "0:a?", "-c", "copy"];
  await runFfmpeg(tools, run, {
    args: [...opening(facts.type), "-i", input, ...tracks, ...bare, ...container(facts.type), path],
    scratch,
    lengthS: durationS,
    timeMs: copyMs(facts.sizeBytes),
    onProgress: run.progress,
  });
  return madeVideo(job, path, facts.type);
}

/** Bytes are read and written, twice for the index in front. */
const copyMs = (sizeBytes: number) => processLimits.inspectMs + sizeBytes / 5_000;
