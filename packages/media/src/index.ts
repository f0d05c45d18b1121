export {
  type Picture,
  type Watermark,
  watermarkImage,
  type WatermarkPosition,
} from "./watermark-image.ts";
