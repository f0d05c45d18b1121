import type { MetadataKind } from "@genie/schema";

/** A picture without what was written beside it: the parts of its bytes that stay, in their order. */
export type Stripped = {
  parts: Buffer[];
  /** What was taken out. */
  metadata: Set<MetadataKind>;
  /** As in EXIF, 1 to 8. It stays. */
  orientation: number;
  /** Pictures of an animation; 1 where the container does not say. */
  frames: number;
};
