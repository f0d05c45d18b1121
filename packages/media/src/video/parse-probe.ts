import { damagedVideo } from "../problems.ts";

export type ProbedStream = {
  kind: string;
  codec: string;
  isCover: boolean;
  /** As they are stored. */
  width: number;
  height: number;
  /** Degrees, of multiples of 90. */
  rotation: number;
  /** Width to height of one pixel. */
  pixelAspect: number;
  pixelFormat: string;
  framesPerS: number;
  durationS: number | null;
  tags: Record<string, string>;
};

export type Probe = {
  durationS: number | null;
  tags: Record<string, string>;
  streams: ProbedStream[];
};

/** Reads what ffprobe prints as JSON. */
export function parseProbe(text: string): Probe {
  try {
    const whole = toRecord(JSON.parse(text));
    const format = toRecord(whole["format"]);
    return {
      durationS: toSeconds(format["duration"]),
      tags: toTags(format["tags"]),
      streams: toList(whole["streams"]).map(toStream),
    };
  } catch (cause) {
    throw damagedVideo(cause);
  }
}

function toStream(value: unknown): ProbedStream {
  const stream = toRecord(value);
  const sideData = toList(stream["side_data_list"]).map(toRecord);
  const rotation = Number(sideData.find((data) => "rotation" in data)?.["rotation"] ?? 0);
  return {
    kind: toText(stream["codec_type"]),
    codec: toText(stream["codec_name"]),
    isCover: toRecord(stream["disposition"])["attached_pic"] === 1,
    width: Number(stream["width"] ?? 0),
    height: Number(stream["height"] ?? 0),
    rotation: Math.round(rotation / 90) * 90,
    pixelAspect: toRatio(toText(stream["sample_aspect_ratio"]), ":") || 1,
    pixelFormat: toText(stream["pix_fmt"]),
    framesPerS: toRatio(toText(stream["avg_frame_rate"]), "/"),
    durationS: toSeconds(stream["duration"]),
    tags: toTags(stream["tags"]),
  };
}

function toRatio(text: string, sign: string): number {
  const [above, below] = text.split(sign).map(Number);
  const ratio = (above ?? 0) / (below ?? 1);
  return Number.isFinite(ratio) ? ratio : 0;
}

function toSeconds(value: unknown): number | null {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

const toText = (value: unknown) => (typeof value === "string" ? value : "");
const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const toTags = (value: unknown) =>
  Object.fromEntries(Object.entries(toRecord(value)).map(([name, tag]) => [name, toText(tag)]));

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
