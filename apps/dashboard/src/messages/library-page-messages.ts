import { libraryPage } from "./en/library-page.ts";

export const libraryPageMessages = { en: { libraryPage } };
