import { z } from "zod";
import type { MediaLimit, Platform, PlatformLimits } from "./platform.ts";

const count = z.int().nonnegative();
const Media = z
  .object({
    maxBytes: count,
    mimeTypes: z.array(z.string().max(100)).max(100),
    maxPixels: count,
    maxSide: count,
    maxDurationMs: count,
  })
  .partial();

/** What the account's own server takes, where servers of a platform differ; what it does not say is left out. */
export const AccountLimits = z
  .object({
    captionLength: count,
    linkLength: count,
    mediaCount: count,
    altTextLength: count,
    image: Media,
    video: Media,
  })
  .partial();
export type AccountLimits = z.infer<typeof AccountLimits>;

/**
 * What a platform takes from an account: its own limits, and what the account's server said instead.
 * `stored` is `platform_limits` of the account's row; what can't be read in it counts as not said.
 */
export function limitsOf({ limits }: Platform, stored: unknown): PlatformLimits {
  const own = AccountLimits.safeParse(stored ?? {}).data ?? {};
  const { captionLength, linkLength, mediaCount, altTextLength } = own;
  const { image, video } = limits.media;
  return {
    ...limits,
    caption: {
      ...limits.caption,
      ...(captionLength !== undefined && { most: captionLength }),
      ...(linkLength !== undefined && { linkLength }),
    },
    media: {
      ...(image && { image: withSaid(image, own.image) }),
      ...(video && { video: withSaid(video, own.video) }),
    },
    ...(mediaCount !== undefined && { mediaCount }),
    ...(altTextLength !== undefined && { altTextLength }),
  };
}

function withSaid(limit: MediaLimit, own: z.infer<typeof Media> = {}): MediaLimit {
  const { maxBytes = limit.maxBytes, mimeTypes = limit.mimeTypes, ...sizes } = own;
  const { maxPixels, maxSide, maxDurationMs } = sizes;
  return {
    ...limit,
    maxBytes,
    mimeTypes,
    ...(maxPixels !== undefined && { maxPixels }),
    ...(maxSide !== undefined && { maxSide }),
    ...(maxDurationMs !== undefined && { maxDurationMs }),
  };
}
