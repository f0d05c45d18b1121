import { liveView } from "./en/live-view.ts";

export const liveViewMessages = { en: { liveView } };
