import type { FanList } from "./site.ts";

/** What lists of fans usually show, for sites whose words for it are not known better. */
export const usualFans: Omit<FanList, "path"> = {
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
};
