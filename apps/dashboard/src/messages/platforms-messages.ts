import { platforms } from "./en/platforms.ts";

export const platformsMessages = { en: { platforms } };
