import { mediaWork } from "./en/media-work.ts";

export const mediaWorkMessages = { en: { mediaWork } };
