import type { FanList, Site } from "./site.ts";

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

/** What profiles and posts usually show, on sites where more posts come as one scrolls. */
export const usualReadings: Site["readings"] = {
  signedIn: {
    what: "the link to the own profile of who is signed in, in the menu of the site",
    attributes: ["href"],
  },
  displayName: { what: "the name of the account, which is the heading of its profile" },
  // More posts come as one scrolls.
  next: null,
  posts: {
    what: "a post of the account, without those that are pinned to the top",
    fields: {
      link: { what: "the link to the post, on the time of it", attributes: ["href"] },
      time: { what: "the time of the post", attributes: ["datetime"] },
      caption: { what: "the caption, which is the text of the post" },
      media: { what: "each picture and each video", all: true, attributes: ["href", "src"] },
    },
  },
};
