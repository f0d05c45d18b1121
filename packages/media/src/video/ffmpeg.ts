import { mediaLimits, processLimits } from "../limits.ts";
import type { MediaRun, Usage } from "../media-run.ts";
import {
  damagedVideo,
  diskFull,
  isDiskFull,
  needsTooMuchMemory,
  processLost,
  tookTooLong,
} from "../problems.ts";
import { type ProgramRun, runProgram } from "../run-program.ts";
import type { VideoType } from "../sniff.ts";
import type { ToolContext } from "../tool-context.ts";

/** Ours alone reads a video's container: others, playlists above all, fetch what they name. */
const demuxers = { mov: "mov", mp4: "mov", webm: "matroska" } as const satisfies Record<
  VideoType,
  string
>;
const decoders = [
  ["h264", "hevc", "av1", "libdav1d", "libaom-av1", "vp8", "vp9", "libvpx", "libvpx-vp9"],
  ["mpeg4", "mjpeg", "prores", "dnxhd", "png", "qtrle", "h263", "aac", "mp3", "mp3float"],
  ["opus", "libopus", "vorbis", "ac3", "eac3", "alac", "flac", "amrnb", "amrwb"],
  ["pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_f32le", "pcm_u8"],
].flat();
const largestBlock = 256 * 1024 * 1024;
const threads = 2;

/** How an input is opened: from this file alone, as what its first bytes say, with these decoders. */
export function opening(type: VideoType | "png"): string[] {
  const demuxer = type === "png" ? "png_pipe" : demuxers[type];
  return [
    ["-protocol_whitelist", "file", "-format_whitelist", demuxer, "-f", demuxer],
    ["-codec_whitelist", decoders.join(",")],
    ["-max_pixels", String(mediaLimits.videoPixels)],
  ].flat();
}

/** Arguments, in groups where that reads better. */
export type Args = readonly (string | readonly string[])[];

export type FfmpegRun = {
  /** Inputs, filters and output, without the general settings. */
  args: Args;
  scratch: string;
  /** Seconds of the outcome, for the progress and the time it may take. */
  lengthS: number;
  /** Of memory: what it will take, and may take. */
  estimateMb?: number;
  memoryMb?: number;
  timeMs?: number;
  onProgress?: ((part: number) => void) | undefined;
  /** Seconds of the outcome so far. */
  onTime?: (seconds: number) => void;
  onLine?: (line: string) => void;
};

/** Reading a video, and unpacking single pictures of it. */
const ownMb = 150;
const microsecondsPerSecond = 1_000_000;

/** Runs ffmpeg with our limits. Throws `invalid_input` with a sentence when the video is not to be worked on. */
export async function runFfmpeg(
  { ffmpegPath, budget }: ToolContext,
  run: MediaRun,
  options: FfmpegRun,
): Promise<void> {
  const { args, scratch, lengthS, onProgress, onLine } = options;
  const general = ["-hide_banner", "-nostdin", "-y", "-loglevel", "error", "-filter_threads", "1"];
  const reporting = ["-progress", "pipe:1", "-stats_period", "0.5"];
  let doneS = 0;
  const giveBack = await budget.take(options.estimateMb ?? ownMb, run.signal);
  await finish(run, {
    program: "ffmpeg",
    path: ffmpegPath,
    args: [...general, "-max_alloc", String(largestBlock), ...reporting, ...args.flat()],
    cwd: scratch,
    memoryMb: options.memoryMb ?? processLimits.memoryMb,
    timeMs: options.timeMs ?? transcodeMs(lengthS),
    stallMs: processLimits.stallMs,
    signal: run.signal,
    onLine: (line) => {
      const [, done] = /^out_time_us=(\d+)/.exec(line) ?? [];
      if (done === undefined) {
        onLine?.(line);
        return false;
      }
      const seconds = Number(done) / microsecondsPerSecond;
      options.onTime?.(seconds);
      onProgress?.(Math.min(1, seconds / lengthS));
      const goesOn = seconds > doneS;
      doneS = seconds;
      return goesOn;
    },
  }).finally(giveBack);
}

export async function runFfprobe(
  { ffprobePath }: ToolContext,
  run: MediaRun,
  options: { args: readonly string[]; scratch: string },
): Promise<string> {
  const lines: string[] = [];
  await finish(run, {
    program: "ffprobe",
    path: ffprobePath,
    args: ["-v", "error", "-max_alloc", String(largestBlock), ...options.args],
    cwd: options.scratch,
    memoryMb: processLimits.memoryMb,
    timeMs: processLimits.inspectMs,
    signal: run.signal,
    onLine: (line) => {
      lines.push(line);
      return true;
    },
  });
  return lines.join("\n");
}

/** Settings of each decoder and encoder. */
export const withThreads = ["-threads", String(threads)];

/** Half a minute for each second, on machines that have other things to do. */
const transcodeMs = (lengthS: number) => processLimits.inspectMs + lengthS * 30_000;

async function finish(run: MediaRun, program: ProgramRun): Promise<void> {
  run.signal.throwIfAborted();
  const { stderr, usage, cause } = await runProgram(program);
  run.used?.(usage);
  throwUnlessDone(usage.ended, stderr, cause, run.signal);
}

function throwUnlessDone(
  ended: Usage["ended"],
  stderr: string,
  cause: unknown,
  signal: AbortSignal,
): void {
  switch (ended) {
    case "done":
      return;
    case "cancelled":
      throw signal.reason;
    case "memory":
      throw needsTooMuchMemory();
    case "time":
      throw tookTooLong();
    case "failed":
      if (cause !== undefined) throw processLost(cause);
      throw isDiskFull(stderr) ? diskFull(stderr) : damagedVideo(stderr);
  }
}
