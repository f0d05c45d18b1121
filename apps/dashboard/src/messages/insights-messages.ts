import { insights } from "./en/insights.ts";

export const insightsMessages = { en: { insights } };
