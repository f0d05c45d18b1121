import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMediaTools, type Usage } from "@genie/media";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { measureClips } from "./media-clips.ts";
import { measurePhotos } from "./media-photos.ts";
import { summarize } from "./measure.ts";
import { makeClips, makePhotos } from "./media-sources.ts";

const photosOfOneClip = 10;

/**
 * Photos of 12 megapixels marked beside bare sharp (and ImageMagick, where it is), and clips of 30 s cut to
 * teasers beside bare ffmpeg. A repetition is a photo; there is a clip for each ten.
 */
export const media: Benchmark = {
  defaultRepetitions: 100,
  run: async ({ repetitions: photoCount, signal }) => {
    const folder = await mkdtemp(join(tmpdir(), "genie-bench-media-"));
    const used: Usage[] = [];
    const tools = openMediaTools({
      folder: join(folder, "work"),
      memoryMb: 2_048,
      ffmpegPath: "ffmpeg",
      ffprobePath: "ffprobe",
    });
    const work = { folder, tools, run: { signal, used: (usage: Usage) => used.push(usage) } };
    try {
      const clipCount = Math.max(1, Math.round(photoCount / photosOfOneClip));
      const photos = await makePhotos(folder, photoCount);
      const photoFigures = await measurePhotos(work, photos, photoCount);
      const clips = await makeClips(folder, clipCount);
      const clipFigures = await measureClips(work, clips, clipCount);
      const peakMb = (program: Usage["program"]) =>
        Math.max(...used.filter((usage) => usage.program === program).map((usage) => usage.peakMb));
      return toOutcome({
        ...photoFigures,
        photo_process_peak_mb: [peakMb("sharp")],
        ...clipFigures,
        clip_process_peak_mb: [peakMb("ffmpeg")],
      });
    } finally {
      tools.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const bars = { photos: "photos_to_bare_ratio", clips: "clips_to_bare_ratio" };

function toOutcome(samples: Record<string, number[]>): Outcome {
  const figures = Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, summarize(values)]),
  );
  return {
    figures,
    plot: {
      title: "Work on media beside bare sharp and ffmpeg",
      unit: "times the bare time",
      bars: Object.entries(bars).flatMap(([label, name]) => {
        const figure = figures[name];
        return figure === undefined ? [] : [{ label, series: "ours", figure }];
      }),
    },
  };
}
