import { confirmations, runs } from "./en/runs.ts";

export const runsMessages = { en: { confirmations, runs } };
