import { admin } from "./en/admin.ts";

export const adminMessages = { en: { admin } };
