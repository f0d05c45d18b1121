import type { ConceptSlug } from "@genie/schema";

/** The concepts as the data set names them. */
export const dimensions: ReadonlyMap<string, ConceptSlug> = new Map([
  ["Intimacy Level", "intimacy-level"],
  ["Production Quality", "production-quality"],
  ["Content Type", "content-type"],
  ["Audience Appeal", "audience-appeal"],
  ["Platform Fit", "platform-fit"],
  ["Engagement Potential", "engagement-potential"],
]);
