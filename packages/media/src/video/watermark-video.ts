import { join } from "node:path";
import type { Mark } from "../mark.ts";
import type { MadeFile } from "../media-facts.ts";
import { bare, container, evenSize, pictureCoding, soundCoding } from "./encoding.ts";
import { opening, withThreads } from "./ffmpeg.ts";
import { transcode, type VideoJob } from "./video-job.ts";

/** The mark on each picture, as MP4. */
export async function watermarkVideo(job: VideoJob, output: string, mark: Mark): Promise<MadeFile> {
  const { input, facts, durationS } = job;
  const size = toEven(facts);
  const laid = await layOver(job, mark, size);
  const filters = `[0:V:0]${evenSize}[base];${laid.filter("base", 1, "out")}`;
  return transcode(job, {
    args: [
      [...withThreads, ...opening(facts.type), "-i", input, ...laid.input],
      ["-filter_complex", filters, "-map", "[out]", "-map", "0:a:0?"],
      ...pictureCoding(),
      ...(facts.soundCodec === "aac" ? ["-c:a", "copy"] : soundCoding()),
      [...bare, ...container("mp4")],
    ],
    output,
    type: "mp4",
    lengthS: durationS,
  });
}

export const toEven = ({ width, height }: { width: number; height: number }) => ({
  width: Math.max(2, Math.floor(width / 2) * 2),
  height: Math.max(2, Math.floor(height / 2) * 2),
});

/** Has the mark drawn for a size; gives the input that it is, and the filter that lays it over. */
export async function layOver(
  { tools, scratch, run }: VideoJob,
  mark: Mark,
  size: { width: number; height: number },
) {
  const png = join(scratch, "mark.png");
  const { left, top } = await tools.pictures.run("mark", { mark, ...size, output: png }, run);
  return {
    input: [...opening("png"), "-i", png],
    filter: (base: string, index: number, out: string) =>
      `[${index}:v]format=yuva420p[mark];[${base}][mark]overlay=x=${left}:y=${top}[${out}]`,
  };
}
