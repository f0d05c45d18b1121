import {
  type CompressOptions,
  mediaOptions,
  type MediaTask,
  type MediaWork,
  type TeaserAspect,
  type TeaserOptions,
  type WatermarkOptions,
  type WatermarkPosition,
} from "@genie/schema";

/** A watermark as it is filled in; parts are per cents. */
export type MarkValues = {
  kind: "picture" | "text";
  text: string;
  /** Of a stored file; empty while none is chosen. */
  pictureId: string;
  position: WatermarkPosition;
  opacity: number;
  scale: number;
  margin: number;
  tile: boolean;
};

export type TeaserValues = {
  lengthS: number;
  from: TeaserOptions["from"];
  startS: number;
  aspect: TeaserAspect;
  /** Per cent. */
  blur: number;
  sound: boolean;
  isMarked: boolean;
};

export type CompressValues = { to: "account" | "size"; profileId: string; targetMb: number };

/** What all dialogs for work on media fill in; each shows its part. */
export type WorkValues = { mark: MarkValues; teaser: TeaserValues; compress: CompressValues };

/** What is suggested before anything is chosen; `name` is what a watermark says. */
export function startValues(name: string, profileId: string | undefined): WorkValues {
  return {
    mark: { ...markValues(mediaOptions.watermark.parse({ text: "any" })), text: name },
    teaser: teaserValues(mediaOptions.teaser.parse({})),
    compress: {
      to: profileId === undefined ? "size" : "account",
      profileId: profileId ?? "",
      targetMb: 5,
    },
  };
}

/** The values with those of a preset in them; null when it holds what is not understood (any more). */
export function withOptions(
  values: WorkValues,
  work: MediaWork,
  options: Record<string, unknown>,
): WorkValues | null {
  if (work === "watermark") {
    const { data } = mediaOptions.watermark.safeParse(options);
    return data === undefined ? null : { ...values, mark: keepText(values.mark, data) };
  }
  if (work === "teaser") {
    const { data } = mediaOptions.teaser.safeParse(options);
    if (data === undefined) return null;
    const mark = data.watermark ? keepText(values.mark, data.watermark) : values.mark;
    return { ...values, mark, teaser: teaserValues(data) };
  }
  if (work === "compress") {
    const { data } = mediaOptions.compress.safeParse(options);
    return data === undefined
      ? null
      : { ...values, compress: compressValues(values.compress, data) };
  }
  return values;
}

/** What the values ask for, as it is sent. */
export function taskOf(work: MediaWork, { mark, teaser, compress }: WorkValues): MediaTask {
  if (work === "watermark") return { work, options: markOptions(mark) };
  if (work === "teaser") return { work, options: teaserOptions(teaser, mark) };
  if (work === "strip_metadata") return { work, options: {} };
  return { work, options: compress.to === "size" ? { target_mb: compress.targetMb } : {} };
}

function teaserOptions(teaser: TeaserValues, mark: MarkValues): TeaserOptions {
  return {
    length_s: teaser.lengthS,
    from: teaser.from,
    start_s: teaser.from === "start" ? teaser.startS : 0,
    aspect: teaser.aspect,
    blur: teaser.blur / 100,
    sound: teaser.sound,
    ...(teaser.isMarked && { watermark: markOptions(mark) }),
  };
}

function markOptions(mark: MarkValues): WatermarkOptions {
  const { position, tile } = mark;
  return {
    ...(mark.kind === "text" ? { text: mark.text.trim() } : { image_file_id: mark.pictureId }),
    position,
    tile,
    opacity: mark.opacity / 100,
    scale: mark.scale / 100,
    margin: mark.margin / 100,
  };
}

function markValues(options: WatermarkOptions): MarkValues {
  return {
    kind: options.image_file_id === undefined ? "text" : "picture",
    text: options.text ?? "",
    pictureId: options.image_file_id ?? "",
    position: options.position,
    opacity: percent(options.opacity),
    scale: percent(options.scale),
    margin: percent(options.margin),
    tile: options.tile,
  };
}

/** A preset with a picture leaves the text as it was, for whoever changes over. */
function keepText(before: MarkValues, options: WatermarkOptions): MarkValues {
  const values = markValues(options);
  return values.kind === "text" ? values : { ...values, text: before.text };
}

function teaserValues(options: TeaserOptions): TeaserValues {
  return {
    lengthS: options.length_s,
    from: options.from,
    startS: options.start_s,
    aspect: options.aspect,
    blur: percent(options.blur),
    sound: options.sound,
    isMarked: options.watermark !== undefined,
  };
}

function compressValues(before: CompressValues, { target_mb: mb }: CompressOptions) {
  return mb === undefined ? before : { ...before, to: "size" as const, targetMb: mb };
}

const percent = (part: number) => Math.round(part * 100);
