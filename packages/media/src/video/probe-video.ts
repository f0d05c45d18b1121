import { stat } from "node:fs/promises";
import type { MetadataKind } from "@genie/schema";
import { mediaLimits } from "../limits.ts";
import type { MediaFacts } from "../media-facts.ts";
import type { MediaRun } from "../media-run.ts";
import { damagedVideo, refuse } from "../problems.ts";
import { mediaTypes, type VideoType } from "../sniff.ts";
import type { ToolContext } from "../tool-context.ts";
import { checkContainer } from "./check-container.ts";
import { opening, runFfprobe } from "./ffmpeg.ts";
import { parseProbe, type ProbedStream } from "./parse-probe.ts";

export type VideoFacts = MediaFacts & {
  type: VideoType;
  codec: string;
  pixelFormat: string;
  framesPerS: number;
  soundCodec: string | null;
};

/** What a video is, by its head. Throws `invalid_input` with a sentence when it is not to be worked on. */
export async function probeVideo(
  tools: ToolContext,
  request: { input: string; type: VideoType; scratch: string },
  run: MediaRun,
): Promise<VideoFacts> {
  const { input, type, scratch } = request;
  await checkContainer(input, type);
  const args = [...opening(type), "-show_format", "-show_streams", "-of", "json", "-i", input];
  const probe = parseProbe(await runFfprobe(tools, run, { args, scratch }));
  const { streams } = probe;
  const video = streams.find(({ kind, isCover }) => kind === "video" && !isCover);
  if (video === undefined || video.codec === "") throw damagedVideo("No stream of pictures.");
  const size = seenSize(video);
  checkLimits(video, size, streams.length, probe.durationS);
  const { mime, extension } = mediaTypes[type];
  return {
    kind: "video",
    type,
    mime,
    extension,
    ...size,
    durationS: probe.durationS ?? video.durationS,
    sizeBytes: (await stat(input)).size,
    hasAlpha: false,
    metadata: kindsOf(probe.tags, streams),
    codec: video.codec,
    pixelFormat: video.pixelFormat,
    framesPerS: video.framesPerS,
    soundCodec: streams.find(({ kind }) => kind === "audio")?.codec ?? null,
  };
}

export function toMediaFacts(facts: VideoFacts): MediaFacts {
  const { kind, mime, extension, width, height, durationS, sizeBytes, hasAlpha, metadata } = facts;
  return { kind, mime, extension, width, height, durationS, sizeBytes, hasAlpha, metadata };
}

/** Turned as the camera was held, with pixels made square. */
function seenSize({ width, height, rotation, pixelAspect }: ProbedStream) {
  const wide = { width: Math.round(width * pixelAspect), height };
  return rotation % 180 === 0 ? wide : { width: wide.height, height: wide.width };
}

function checkLimits(
  video: ProbedStream,
  { width, height }: { width: number; height: number },
  streams: number,
  durationS: number | null,
): void {
  if (!(width > 0 && height > 0)) throw damagedVideo("It has no size.");
  if (Math.max(video.width * video.height, width * height) > mediaLimits.videoPixels) {
    throw refuse(
      `This video is ${width} by ${height} pixels; up to 4096 by 2304 are worked on. Nothing was made; use a smaller copy of it.`,
    );
  }
  const isLong = (durationS ?? 0) > mediaLimits.videoHours * 3_600;
  if (
    isLong ||
    streams > mediaLimits.videoStreams ||
    video.framesPerS > mediaLimits.videoFramesPerS
  ) {
    throw refuse(
      `This video is longer than ${mediaLimits.videoHours} hours, or has more pictures a second or more tracks than are worked on. Nothing was made; try another copy of it.`,
    );
  }
}

const plain =
  /^(major_brand|minor_version|compatible_brands|encoder|language|vendor_id|handler_name|duration|number_of_.*|_statistics.*|bps)$/i;

function kindsOf(tags: Record<string, string>, streams: ProbedStream[]): MetadataKind[] {
  const kinds = new Set<MetadataKind>();
  for (const name of [tags, ...streams.map((stream) => stream.tags)].flatMap(Object.keys)) {
    if (/location|gps|iso6709/i.test(name)) kinds.add("location");
    else if (/make|model|creation|software|android|apple|camera|timecode/i.test(name))
      kinds.add("camera");
    else if (!plain.test(name)) kinds.add("text");
  }
  // Cameras write where they were, and how they moved, beside the pictures.
  if (streams.some(({ kind }) => kind === "data")) kinds.add("location");
  return [...kinds];
}
