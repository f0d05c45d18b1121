import { fanslySite } from "./fansly/site.ts";
import { onlyfansSite } from "./onlyfans/site.ts";
import type { Site } from "./recipe/site.ts";

/** The platforms that are worked on by their pages, in the order in which they are offered. */
export const describedSites: readonly Site[] = [
  onlyfansSite,
  fanslySite,
  // `genie platforms new` writes the next one here.
];
