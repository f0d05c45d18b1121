/** What a file has to be like. */
export type FitLimit = {
  maxBytes: number;
  mimeTypes: readonly string[];
  /** Width times height. */
  maxPixels?: number | undefined;
  /** Of the longer side, in pixels. */
  maxSide?: number | undefined;
  /** Of videos, seconds. What is longer is cut off at the end. */
  maxDurationS?: number | undefined;
};
