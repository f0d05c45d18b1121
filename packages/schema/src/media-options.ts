import { z } from "zod";

/** Where a watermark stands. */
export const watermarkPositions = [
  "top-left",
  "top-right",
  "center",
  "bottom-left",
  "bottom-right",
] as const;
export type WatermarkPosition = (typeof watermarkPositions)[number];

/** A text, or a picture of her library of files; never both. */
export const WatermarkOptions = z
  .strictObject({
    text: z.string().trim().min(1, "Enter the text of the watermark.").max(80).optional(),
    /** Of `directus_files`; PNG, WebP or JPEG. */
    image_file_id: z.uuid().optional(),
    position: z.enum(watermarkPositions).default("bottom-right"),
    /** 0 is invisible. */
    opacity: z.number().min(0.05).max(1).default(0.6),
    /** Width of the mark as a part of the picture's. */
    scale: z.number().min(0.05).max(1).default(0.3),
    /** Distance from the edges, as a part of the shorter side. */
    margin: z.number().min(0).max(0.25).default(0.03),
    /** All over the picture, in slanted rows; `position` does not count then. */
    tile: z.boolean().default(false),
  })
  .refine(({ text, image_file_id: image }) => (text === undefined) !== (image === undefined), {
    message: "Choose a text or a picture as the watermark.",
  });
export type WatermarkOptions = z.infer<typeof WatermarkOptions>;

/** Width to height; `original` leaves it. What does not fit is cut off evenly. */
export const teaserAspects = {
  original: null,
  square: 1,
  portrait: 4 / 5,
  vertical: 9 / 16,
  landscape: 16 / 9,
} as const;
export type TeaserAspect = keyof typeof teaserAspects;
const aspectNames = Object.keys(teaserAspects) as [TeaserAspect, ...TeaserAspect[]];

/** A short clip of a video, or a picture that shows less than the whole. */
export const TeaserOptions = z.strictObject({
  /** Of the clip, seconds; a picture has none. */
  length_s: z.number().min(2).max(60).default(10),
  /** `best`: moments where the scene changes most, one after the other; `start`: from `start_s` on. */
  from: z.enum(["best", "start"]).default("best"),
  start_s: z.number().min(0).default(0),
  aspect: z.enum(aspectNames).default("original"),
  /** 0: sharp, 1: nothing can be made out. */
  blur: z.number().min(0).max(1).default(0),
  sound: z.boolean().default(true),
  watermark: WatermarkOptions.optional(),
});
export type TeaserOptions = z.infer<typeof TeaserOptions>;

/** To what an account's platform takes (the job names the account), or to a size. */
export const CompressOptions = z.strictObject({
  target_mb: z.number().min(0.05).max(4000).optional(),
});
export type CompressOptions = z.infer<typeof CompressOptions>;

export const StripMetadataOptions = z.strictObject({});

/** What can be kept as a preset, by the kind of job. */
export const mediaOptions = {
  watermark: WatermarkOptions,
  teaser: TeaserOptions,
  compress: CompressOptions,
  strip_metadata: StripMetadataOptions,
} as const;
export type MediaWork = keyof typeof mediaOptions;

/** The file whose picture these options put on others; null where they put none. */
export function pictureOf(options: Readonly<Record<string, unknown>>): string | null {
  const mark = options["watermark"] ?? options;
  const id =
    typeof mark === "object" && mark !== null && "image_file_id" in mark
      ? mark.image_file_id
      : null;
  return typeof id === "string" ? id : null;
}

/** Work on an entry of the library: its kind, with options of that kind as they are sent. */
export type MediaTask = {
  [Work in MediaWork]: { work: Work; options: z.input<(typeof mediaOptions)[Work]> };
}[MediaWork];
