import type { FitLimit } from "../fit-limit.ts";
import type { MadeFile } from "../media-facts.ts";
import { refuse } from "../problems.ts";
import { mediaTypes, type VideoType } from "../sniff.ts";
import { bare, container, pictureCoding, soundCoding } from "./encoding.ts";
import { opening, withThreads } from "./ffmpeg.ts";
import { type FitPlan, planFit } from "./plan-fit.ts";
import { stripVideo } from "./strip-video.ts";
import { transcode, type VideoJob } from "./video-job.ts";

/** Of the bytes that are allowed, in each try; the encoder rarely goes over its rate. */
const tries = [1, 0.85, 0.6];
const playedCodecs = new Set(["h264", "hevc", "vp8", "vp9", "av1"]);

/**
 * A copy within the limits, as MP4 (or MOV, where only that is taken); what fits is only freed of what was
 * written beside it. Never larger than asked: throws `invalid_input` with a sentence instead.
 */
export async function fitVideo(job: VideoJob, output: string, limit: FitLimit): Promise<MadeFile> {
  if (fits(job, limit)) {
    const kept = await stripVideo(job, output);
    if (isWithin(kept, limit)) return kept;
  }
  const type = (["mp4", "mov"] as const).find((one) =>
    limit.mimeTypes.includes(mediaTypes[one].mime),
  );
  if (type === undefined) {
    throw refuse(
      "None of the types that are taken there can be made of this video. Nothing was made; choose another one.",
    );
  }
  for (const part of tries) {
    const { facts, durationS } = job;
    const source = { ...facts, durationS, hasSound: facts.soundCodec !== null };
    const plan = planFit(source, limit, part);
    if (plan === undefined) break;
    const made = await encode(job, output, type, plan);
    if (isWithin(made, limit)) return made;
  }
  throw refuse("This video can't be made small enough. Nothing was made; choose a shorter one.");
}

function encode(job: VideoJob, output: string, type: VideoType, plan: FitPlan): Promise<MadeFile> {
  const { input, facts } = job;
  const { width, height, lengthS, framesPerS, pictureKbps, soundKbps } = plan;
  return transcode(job, {
    args: [
      ["-t", lengthS.toFixed(3), ...withThreads, ...opening(facts.type), "-i", input],
      ["-map", "0:V:0", "-map", "0:a:0?"],
      ["-vf", `scale=${width}:${height},setsar=1,fps=${framesPerS}`],
      ...pictureCoding(23),
      ["-maxrate", `${pictureKbps}k`, "-bufsize", `${pictureKbps * 2}k`],
      ...(soundKbps === 0 ? [] : soundCoding(soundKbps)),
      ["-t", lengthS.toFixed(3), ...bare, ...container(type)],
    ],
    output,
    type,
    lengthS,
  });
}

const fits = ({ facts, durationS }: VideoJob, limit: FitLimit) =>
  playedCodecs.has(facts.codec) &&
  limit.mimeTypes.includes(facts.mime) &&
  isWithin({ ...facts, durationS }, limit);

function isWithin(
  file: { width: number; height: number; durationS: number | null; sizeBytes: number },
  { maxBytes, maxPixels, maxSide, maxDurationS }: FitLimit,
): boolean {
  return (
    file.sizeBytes <= maxBytes &&
    file.width * file.height <= (maxPixels ?? Infinity) &&
    Math.max(file.width, file.height) <= (maxSide ?? Infinity) &&
    (file.durationS ?? 0) <= (maxDurationS ?? Infinity)
  );
}
