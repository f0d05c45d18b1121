import { operations } from "./en/operations.ts";

export const operationsMessages = { en: { operations } };
