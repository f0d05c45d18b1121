import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a watermarked copy of the media that the `media_jobs` row names. */
export const watermark = defineJob({
  name: "watermark",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});

/** The options of a watermark, as they are kept in `media_jobs.payload`. */
export const WatermarkOptions = z.strictObject({
  text: z.string().trim().min(1, "Enter the text of the watermark.").max(80),
  position: z
    .enum(["top-left", "top-right", "center", "bottom-left", "bottom-right"])
    .default("bottom-right"),
  /** 0 is invisible. */
  opacity: z.number().min(0.05).max(1).default(0.6),
  /** Width of the mark as a part of the picture's. */
  scale: z.number().min(0.05).max(1).default(0.3),
});
export type WatermarkOptions = z.infer<typeof WatermarkOptions>;
