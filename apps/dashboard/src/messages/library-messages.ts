import { library } from "./en/library.ts";

export const libraryMessages = { en: { library } };
