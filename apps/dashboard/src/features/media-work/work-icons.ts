import { type MediaWork, mediaOptions } from "@genie/schema";
import { Clapperboard, Droplets, EyeOff, type LucideIcon, Shrink } from "lucide-react";

export const workNames = Object.keys(mediaOptions) as MediaWork[];

export const workIcons = {
  watermark: Droplets,
  teaser: Clapperboard,
  compress: Shrink,
  strip_metadata: EyeOff,
} as const satisfies Record<MediaWork, LucideIcon>;
