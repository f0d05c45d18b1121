import type { TeaserOptions, WatermarkOptions } from "@genie/schema";

/** A watermark whose picture, if it has one, lies at a path. */
export type Mark = Omit<WatermarkOptions, "image_file_id"> & { imagePath?: string | undefined };

export type TeaserRequest = Omit<TeaserOptions, "watermark"> & { watermark?: Mark | undefined };
