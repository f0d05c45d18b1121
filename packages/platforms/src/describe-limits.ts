import type { Taker } from "./check-post.ts";
import { roundedMegabytes } from "./check-file.ts";
import type { MediaKind, MediaLimit } from "./platform.ts";

/**
 * What a platform or an account there takes, in sentences for people and programs: those of `checkPost`
 * before anything is wrong.
 */
export function describeLimits({ name, limits }: Taker): string[] {
  const { caption, mediaCount, captionAlone, mixesMedia, altTextLength, hashtags } = limits;
  const link =
    caption.linkLength === undefined ? "" : `, where each web address counts ${caption.linkLength}`;
  return [
    `A caption on ${name} has ${caption.most} characters at most${link}.`,
    `A post has ${mediaCount} files at most${mixesMedia ? "" : ", pictures or videos and not both"}; ${captionAlone ? "it may have none" : "it needs one"}.`,
    ...(["image", "video"] as const).flatMap((kind) => describeMedia(kind, limits.media[kind])),
    ...(altTextLength === null
      ? []
      : [`The description of a picture has ${altTextLength} characters at most.`]),
    ...(hashtags === undefined ? [] : [`A caption has ${hashtags} hashtags at most.`]),
    ...(limits.takesLinks === false ? ["Web addresses in a caption are refused."] : []),
    ...(limits.forbiddenWords === undefined ? [] : ["Some words are refused."]),
    `Posts may be ${limits.ratings.join(", ")}.`,
  ];
}

const names = { image: "Pictures", video: "Videos" } as const satisfies Record<MediaKind, string>;

function describeMedia(kind: MediaKind, limit: MediaLimit | undefined): string[] {
  if (limit === undefined) return [`${names[kind]} are not taken.`];
  const { most, maxPixels, maxSide, maxDurationMs } = limit;
  const said = [
    limit.mimeTypes.join(", "),
    `${roundedMegabytes(limit.maxBytes)} MB`,
    ...(most === undefined ? [] : [`${most} in a post`]),
    ...(maxPixels === undefined ? [] : [`${Math.floor(maxPixels / 100_000) / 10} megapixels`]),
    ...(maxSide === undefined ? [] : [`${maxSide} pixels a side`]),
    ...(maxDurationMs === undefined ? [] : [`${Math.floor(maxDurationMs / 1000)} s`]),
  ];
  return [`${names[kind]}: ${said.join("; ")}.`];
}
