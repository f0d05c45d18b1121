import { flows } from "./en/flows.ts";

export const flowsMessages = { en: { flows } };
