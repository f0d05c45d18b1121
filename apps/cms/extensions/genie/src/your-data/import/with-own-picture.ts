import { isObject } from "../../validate-post/references.ts";

/** The options of a preset, with the picture that stands here for the one that they name in the export. */
export function withOwnPicture(
  options: unknown,
  files: ReadonlyMap<string, string> = new Map(),
): unknown {
  if (!isObject(options)) return options;
  const { image_file_id: image, watermark } = options;
  return {
    ...options,
    ...(typeof image === "string" && { image_file_id: files.get(image) ?? image }),
    ...(isObject(watermark) && { watermark: withOwnPicture(watermark, files) }),
  };
}
