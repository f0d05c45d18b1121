/**
 * How far a post goes, from what everybody may see to what adults alone may. Platforms that want it labelled
 * get their own label from it.
 */
export const contentRatings = ["general", "suggestive", "nudity", "explicit"] as const;
export type ContentRating = (typeof contentRatings)[number];
