export type { FitLimit } from "./fit-limit.ts";
export { mediaLimits } from "./limits.ts";
export type { Mark, TeaserRequest } from "./mark.ts";
export type { MadeFile, MediaFacts, Renditions } from "./media-facts.ts";
export type { MediaRun, Usage } from "./media-run.ts";
export { type MediaTools, type MediaToolsOptions, openMediaTools } from "./media-tools.ts";
