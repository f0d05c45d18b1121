import type { ReadRequest } from "@genie/browser-client";

/** The fans, for pages that are not what they were. */
export const readFans: ReadRequest = {
  fields: {
    total: { what: "the sentence that says how many fans there are" },
    next: { what: "the link to the next page", attributes: ["href"] },
  },
  rows: {
    what: "a fan",
    fields: {
      name: { what: "the name of the fan" },
      handle: { what: "the username of the fan, with an @ before it" },
      tier: { what: "the tier of the subscription" },
      spent: { what: "the money that the fan has spent" },
      lastSeen: { what: "the time when the fan was last seen", attributes: ["datetime"] },
      subscribedSince: {
        what: "the day since when the fan has been subscribed",
        attributes: ["datetime"],
      },
    },
  },
};
