export { fitImage, type ImageLimit } from "./fit-image.ts";
export type { Picture } from "./open-image.ts";
export { type Watermark, watermarkImage, type WatermarkPosition } from "./watermark-image.ts";
