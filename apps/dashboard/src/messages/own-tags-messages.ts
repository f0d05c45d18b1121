import { ownTags } from "./en/own-tags.ts";

export const ownTagsMessages = { en: { ownTags } };
