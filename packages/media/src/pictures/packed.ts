import type { Sharp } from "sharp";
import type { MadeType } from "./made-picture.ts";

const quality = 90;

/** Packs a picture well enough that no difference is seen. */
export const packed = (picture: Sharp, type: MadeType): Sharp =>
  type === "png" ? picture.png() : picture.toFormat(type, { quality });
