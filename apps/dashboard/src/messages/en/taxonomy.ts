import type { ConceptBand, ConceptSlug } from "@genie/schema";

const strengths = { low: "A little", medium: "Some", high: "A lot" };

/** What the six concepts and their bands are called, wherever they are shown. */
export const taxonomy = {
  concepts: {
    "intimacy-level": {
      name: "Intimacy level",
      about: "From content for everybody to content for adults.",
    },
    "production-quality": {
      name: "Production quality",
      about: "From a quick phone picture to a lit and edited shoot.",
    },
    "content-type": {
      name: "Content type",
      about: "How clearly it says what the content is.",
    },
    "audience-appeal": {
      name: "Audience appeal",
      about: "How strongly its interests gather an audience of their own.",
    },
    "platform-fit": {
      name: "Platform fit",
      about: "How clearly it belongs to a platform or a format.",
    },
    "engagement-potential": {
      name: "Engagement potential",
      about: "How likely it draws likes, comments and messages.",
    },
  } satisfies Record<ConceptSlug, { name: string; about: string }>,
  bands: {
    "intimacy-level": { low: "Family-safe", medium: "Suggestive", high: "Adult" },
    "production-quality": { low: "Quick", medium: "Cared for", high: "Studio" },
    "content-type": strengths,
    "audience-appeal": strengths,
    "platform-fit": strengths,
    "engagement-potential": strengths,
  } satisfies Record<ConceptSlug, Record<ConceptBand, string>>,
};
