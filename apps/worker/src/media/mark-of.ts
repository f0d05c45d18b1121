import type { Mark } from "@genie/media";
import type { WatermarkOptions } from "@genie/schema";

/** A watermark with its picture on the disk, if it has one. */
export async function markOf(
  { image_file_id: image, ...mark }: WatermarkOptions,
  fetch: (fileId: string) => Promise<string>,
): Promise<Mark> {
  return image === undefined ? mark : { ...mark, imagePath: await fetch(image) };
}
