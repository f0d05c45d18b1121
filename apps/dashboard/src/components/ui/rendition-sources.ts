import { type MediaFile, renditionPath } from "@genie/directus-client";
import { renditionSizes } from "@genie/schema";

type Sized = Pick<MediaFile, "id"> & Partial<Pick<MediaFile, "height" | "width">>;

/** A stored file's small pictures with their widths, for `srcset`. */
export function renditionSources(file: Sized): string {
  return (["small", "medium"] as const)
    .map((size) => `${renditionPath(file.id, size)} ${widthOf(file, renditionSizes[size])}w`)
    .join(", ");
}

function widthOf({ width, height }: Sized, longerSide: number): number {
  if (!width || !height) return longerSide;
  return Math.max(1, Math.round(width * Math.min(1, longerSide / Math.max(width, height))));
}
