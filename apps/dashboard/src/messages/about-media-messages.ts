import { aboutMedia } from "./en/about-media.ts";

export const aboutMediaMessages = { en: { aboutMedia } };
