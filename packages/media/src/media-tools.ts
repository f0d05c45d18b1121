import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { RenditionSize } from "@genie/schema";
import type { FitLimit } from "./fit-limit.ts";
import { inScratch, move } from "./in-scratch.ts";
import type { Mark, TeaserRequest } from "./mark.ts";
import type { MadeFile, MediaFacts, Renditions } from "./media-facts.ts";
import type { MediaRun } from "./media-run.ts";
import { openMemoryBudget } from "./memory-budget.ts";
import { openPicturePool } from "./picture-process/picture-pool.ts";
import type { ToolContext } from "./tool-context.ts";
import { fitVideo } from "./video/fit-video.ts";
import { takePoster } from "./video/poster.ts";
import { stripVideo } from "./video/strip-video.ts";
import { teaserVideo } from "./video/teaser-video.ts";
import { toMediaFacts } from "./video/probe-video.ts";
import { watermarkVideo } from "./video/watermark-video.ts";
import { type MediaWork, type PictureNeeds, workOn } from "./work-on.ts";

export type MediaToolsOptions = {
  /** Absolute, for what lies in between; made if it is missing. */
  folder: string;
  /** Megabytes that all work together may take; what does not fit waits its turn. */
  memoryMb: number;
  /** Absolute paths, or names of programs in the usual folders. */
  ffmpegPath: string;
  ffprobePath: string;
};

/**
 * Work on pictures and videos, in processes of their own with limits of time and memory. Paths are absolute;
 * `output` is one without extension, which the file gets when it is whole: nothing is left of what failed.
 * All throw `AppError`: `invalid_input` with a sentence about the file, else one that may be tried again.
 */
export type MediaTools = {
  inspect: (input: string, run: MediaRun) => Promise<MediaFacts>;
  /** The same, without what cameras and programs wrote beside it. Turn and colour profile stay. */
  strip: (input: string, output: string, run: MediaRun) => Promise<MadeFile>;
  watermark: (input: string, output: string, mark: Mark, run: MediaRun) => Promise<MadeFile>;
  teaser: (
    input: string,
    output: string,
    options: TeaserRequest,
    run: MediaRun,
  ) => Promise<MadeFile>;
  /** Within the limits, or a sentence. */
  fit: (input: string, output: string, limit: FitLimit, run: MediaRun) => Promise<MadeFile>;
  /** Writes `<folder>/<size>.webp`. Of a video, of a picture in it that is not dark. */
  renditions: (input: string, folder: string, run: MediaRun) => Promise<Renditions>;
  /** Ends its processes; work that goes on fails. */
  close: () => void;
};

export function openMediaTools(options: MediaToolsOptions): MediaTools {
  const { folder, memoryMb, ffmpegPath, ffprobePath } = options;
  mkdirSync(folder, { recursive: true });
  const budget = openMemoryBudget(memoryMb);
  const pictures = openPicturePool(folder, budget);
  const tools: ToolContext = { folder, ffmpegPath, ffprobePath, budget, pictures };
  const make = (input: string, output: string, run: MediaRun, work: MakeWork) =>
    inScratch(folder, async (scratch) => {
      const draft = join(scratch, "made");
      const made = await workOn(tools, { input, scratch, run }, work(draft));
      const path = `${output}.${made.extension}`;
      await move(made.path, path);
      run.progress?.(1);
      return { ...made, path };
    });
  return {
    inspect: (input, run) =>
      inScratch(folder, (scratch) =>
        workOn(
          tools,
          { input, scratch, run },
          {
            picture: async (_needs, facts) => facts,
            video: async ({ facts, durationS }) => ({ ...toMediaFacts(facts), durationS }),
          },
        ),
      ),
    strip: (input, output, run) =>
      make(input, output, run, (draft) => ({
        picture: (needs) => pictures.run("strip", { input, output: draft }, run, needs),
        video: (job) => stripVideo(job, draft),
      })),
    watermark: (input, output, mark, run) =>
      make(input, output, run, (draft) => ({
        picture: (needs) => pictures.run("watermark", { input, output: draft, mark }, run, needs),
        video: (job) => watermarkVideo(job, draft, mark),
      })),
    teaser: (input, output, teaser, run) =>
      make(input, output, run, (draft) => ({
        picture: (needs) =>
          pictures.run("teaser", { input, output: draft, options: teaser }, run, needs),
        video: (job) => teaserVideo(job, draft, teaser),
      })),
    fit: (input, output, limit, run) =>
      make(input, output, run, (draft) => ({
        picture: (needs) => pictures.run("fit", { input, output: draft, limit }, run, needs),
        video: (job) => fitVideo(job, draft, limit),
      })),
    renditions: (input, into, run) =>
      inScratch(folder, async (scratch) => {
        const render = (path: string, needs?: PictureNeeds) =>
          pictures.run("render", { input: path, folder: scratch }, run, needs);
        const made = await workOn(
          tools,
          { input, scratch, run },
          {
            picture: (needs) => render(input, needs),
            video: async (job) => render(await takePoster(job)),
          },
        );
        const place = async (size: RenditionSize) => {
          const path = join(into, `${size}.webp`);
          await move(made.files[size], path);
          return path;
        };
        return {
          ...made,
          files: {
            small: await place("small"),
            medium: await place("medium"),
            large: await place("large"),
          },
        };
      }),
    close: pictures.close,
  };
}

type MakeWork = (draft: string) => MediaWork<MadeFile>;
