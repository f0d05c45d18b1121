import { teaserAspects } from "@genie/schema";
import type { TeaserRequest } from "../mark.ts";
import type { MadeFile } from "../media-facts.ts";
import { blurOf } from "../teaser-blur.ts";
import { cropTo } from "../teaser-crop.ts";
import { chooseMoments, type Moment, momentFrom } from "./choose-moments.ts";
import { bare, container, evenSize, pictureCoding, soundCoding } from "./encoding.ts";
import { opening, withThreads } from "./ffmpeg.ts";
import { findChanges } from "./find-changes.ts";
import { transcode, type VideoJob } from "./video-job.ts";
import { layOver, toEven } from "./watermark-video.ts";

/** Teasers are shown small; larger ones only load longer. */
const largestSide = 1_920;
/** Of the whole progress, what looking for the moments takes. */
const lookingPart = 0.2;

/** A short clip as MP4: its moments, cut to a shape, blurred, marked, with or without sound. */
export async function teaserVideo(
  job: VideoJob,
  output: string,
  options: TeaserRequest,
): Promise<MadeFile> {
  const { input, facts } = job;
  const moments = await momentsOf(job, options);
  const lengthS = moments.reduce((sum, moment) => sum + moment.lengthS, 0);
  const crop = cropTo(facts, teaserAspects[options.aspect]);
  const size = toEven(shrunk(crop));
  const hasSound = options.sound && facts.soundCodec !== null;
  const mark = options.watermark && (await layOver(job, options.watermark, size));
  const inputs = moments.flatMap(({ startS, lengthS: partS }) => [
    "-ss",
    startS.toFixed(3),
    "-t",
    partS.toFixed(3),
    ...withThreads,
    ...opening(facts.type),
    "-i",
    input,
  ]);
  const shaped = [
    evenSize,
    `crop=${crop.width}:${crop.height}`,
    `scale=${size.width}:${size.height}`,
    "setsar=1",
    ...blurFilters(size, options.blur),
  ].join(",");
  const filters = [
    ...moments.map((_moment, index) => `[${index}:V:0]${shaped}[v${index}]`),
    joinParts(moments.length, hasSound),
    ...(mark === undefined ? [] : [mark.filter("joined", moments.length, "out")]),
  ].join(";");
  const made = mark === undefined ? "[joined]" : "[out]";
  return transcode(withProgressFrom(job, lookingPart), {
    args: [
      [...inputs, ...(mark?.input ?? []), "-filter_complex", filters, "-map", made],
      ...(hasSound ? ["-map", "[sound]", ...soundCoding()] : []),
      [...pictureCoding(), ...bare, ...container("mp4")],
    ],
    output,
    type: "mp4",
    lengthS,
  });
}

async function momentsOf(job: VideoJob, options: TeaserRequest): Promise<Moment[]> {
  const { durationS } = job;
  if (options.from === "start") return [momentFrom(options.start_s, options.length_s, durationS)];
  const lengthS = Math.min(options.length_s, durationS);
  const changes =
    lengthS === durationS
      ? []
      : await findChanges(job, (part) => job.run.progress?.(part * lookingPart));
  return chooseMoments(changes, lengthS, durationS);
}

function withProgressFrom(job: VideoJob, start: number): VideoJob {
  const progress = (part: number) => job.run.progress?.(start + part * (1 - start));
  return { ...job, run: { ...job.run, progress } };
}

function shrunk({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, largestSide / Math.max(width, height));
  return { width: width * scale, height: height * scale };
}

function blurFilters(size: { width: number; height: number }, strength: number): string[] {
  const blur = blurOf(size, strength);
  if (blur === undefined) return [];
  return [
    `scale=${blur.width}:${blur.height}`,
    `gblur=sigma=${blur.sigma.toFixed(2)}`,
    `scale=${size.width}:${size.height}:flags=bicubic`,
  ];
}

function joinParts(count: number, hasSound: boolean): string {
  const parts = Array.from({ length: count }, (_part, index) =>
    hasSound ? `[v${index}][${index}:a:0]` : `[v${index}]`,
  );
  const out = hasSound ? "[joined][sound]" : "[joined]";
  return `${parts.join("")}concat=n=${count}:v=1:a=${hasSound ? 1 : 0}${out}`;
}
