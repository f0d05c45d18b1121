import { type MediaWork, teaserAspects, watermarkPositions } from "@genie/schema";
import { z } from "zod";
import type { Messages } from "#messages/messages.ts";
import type { WorkValues } from "./work-values.ts";

/** What has to be right about the part of the values that a kind of work takes. */
export function workSchema(
  work: MediaWork,
  values: WorkValues,
  messages: Pick<Messages, "mediaWork">,
): z.ZodType<WorkValues, WorkValues> {
  const isMarked = work === "watermark" || (work === "teaser" && values.teaser.isMarked);
  return z.object({
    mark: isMarked ? markSchema(messages) : z.custom<WorkValues["mark"]>(),
    teaser: work === "teaser" ? teaserSchema(messages) : z.custom<WorkValues["teaser"]>(),
    compress: work === "compress" ? compressSchema(messages) : z.custom<WorkValues["compress"]>(),
  });
}

function markSchema({ mediaWork: { mark: text } }: Pick<Messages, "mediaWork">) {
  return z
    .object({
      kind: z.enum(["picture", "text"]),
      text: z.string().trim().max(80, text.textTooLong),
      pictureId: z.string(),
      position: z.enum(watermarkPositions),
      opacity: z.number().min(5).max(100),
      scale: z.number().min(5).max(100),
      margin: z.number().min(0).max(25),
      tile: z.boolean(),
    })
    .refine(({ kind, text: words }) => kind !== "text" || words !== "", {
      path: ["text"],
      message: text.textMissing,
    })
    .refine(({ kind, pictureId }) => kind !== "picture" || pictureId !== "", {
      path: ["pictureId"],
      message: text.pictureMissing,
    });
}

function teaserSchema({ mediaWork: { teaser: text } }: Pick<Messages, "mediaWork">) {
  return z.object({
    lengthS: z.number().min(2).max(60),
    from: z.enum(["best", "start"]),
    startS: z.number(text.startWrong).min(0, text.startWrong),
    aspect: z.enum(Object.keys(teaserAspects) as (keyof typeof teaserAspects)[]),
    blur: z.number().min(0).max(100),
    sound: z.boolean(),
    isMarked: z.boolean(),
  });
}

function compressSchema({ mediaWork: { compress: text } }: Pick<Messages, "mediaWork">) {
  return z
    .object({
      to: z.enum(["account", "size"]),
      profileId: z.string(),
      targetMb: z.number().or(z.nan()),
    })
    .refine(({ to, profileId }) => to !== "account" || profileId !== "", {
      path: ["profileId"],
      message: text.accountMissing,
    })
    .refine(({ to, targetMb }) => to !== "size" || (targetMb >= 0.05 && targetMb <= 4000), {
      path: ["targetMb"],
      message: text.sizeWrong,
    });
}
