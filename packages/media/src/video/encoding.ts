import type { VideoType } from "../sniff.ts";
import { withThreads } from "./ffmpeg.ts";

/** Nothing of what was written beside it, and its index in front, so that it plays while it loads. */
export const bare = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"];

/** Picture as all browsers and platforms play it. `crf`: less is better and larger, 18 shows no difference. */
export const pictureCoding = (crf = 20) =>
  [
    ["-c:v", "libx264", "-preset", "veryfast", "-crf", String(crf), "-pix_fmt", "yuv420p"],
    ["-flags:v", "+bitexact", ...withThreads],
  ].flat();

export const soundCoding = (kbps = 128) => [
  "-c:a",
  "aac",
  "-b:a",
  `${kbps}k`,
  "-ac",
  "2",
  "-flags:a",
  "+bitexact",
];

export const container = (type: VideoType) =>
  type === "webm" ? ["-f", "webm"] : ["-f", type, "-movflags", "+faststart"];

/** Square pixels and even sides, which the encoding wants. */
export const evenSize = "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1";
