import { fitPicture } from "../pictures/fit-picture.ts";
import { inspectPicture } from "../pictures/inspect-picture.ts";
import { layMark } from "../pictures/lay-mark.ts";
import { readBrightness } from "../pictures/read-brightness.ts";
import { renderPicture } from "../pictures/render-picture.ts";
import { stripPicture } from "../pictures/strip-picture.ts";
import { teaserPicture } from "../pictures/teaser-picture.ts";
import { watermarkPicture } from "../pictures/watermark-picture.ts";

/** All that the picture process does, by name. */
export const pictureWorks = {
  brightness: readBrightness,
  fit: fitPicture,
  inspect: inspectPicture,
  mark: layMark,
  render: renderPicture,
  strip: stripPicture,
  teaser: teaserPicture,
  watermark: watermarkPicture,
};
export type PictureWorks = typeof pictureWorks;
