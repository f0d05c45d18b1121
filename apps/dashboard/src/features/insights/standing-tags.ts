import { fewestPosts, type InsightGroup, type PlatformInsights } from "@genie/schema";
import type { Success } from "./insights-query.ts";

const mostShown = 8;

/** The tags that can be judged by this figure: those whose difference is clear first, then the others. */
export function standingTags({ tags }: PlatformInsights, by: Success): InsightGroup[] {
  const judged = tags.filter((tag) => tag[by].median !== null && tag[by].others >= fewestPosts);
  return [
    ...judged.filter((tag) => tag[by].isClear),
    ...judged.filter((tag) => !tag[by].isClear),
  ].slice(0, mostShown);
}
