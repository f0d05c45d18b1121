import type { MetadataKind, RenditionSize } from "@genie/schema";

/** What a file is, by its bytes; its name says nothing. */
export type MediaFacts = {
  kind: "image" | "video";
  mime: string;
  extension: string;
  /** As it is seen: a camera that was held upright stores the picture lying. */
  width: number;
  height: number;
  /** Seconds; null for pictures. */
  durationS: number | null;
  sizeBytes: number;
  hasAlpha: boolean;
  /** What cameras and programs have written beside the picture. */
  metadata: MetadataKind[];
};

/** A file that was made. `path` is the asked one with the extension of what it became. */
export type MadeFile = {
  path: string;
  mime: string;
  extension: string;
  /** As it is seen. */
  width: number;
  height: number;
  /** Seconds; null for pictures, and for videos that do not say. */
  durationS: number | null;
  sizeBytes: number;
};

export type Renditions = {
  files: Record<RenditionSize, string>;
  /** ThumbHash, base64. */
  placeholder: string;
  /** 64 bits as 16 hex digits; few bits differ between copies of a picture. Of a video, of its poster. */
  perceptualHash: string;
};
