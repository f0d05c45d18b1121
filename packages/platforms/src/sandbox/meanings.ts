import type { Meaning, ReadRequest } from "@genie/browser-client";

/** What the steps of this recipe are about, for when their targets are not there any more. */
export const whats = {
  username: "the field for the username in the log-in form",
  password: "the field for the password in the log-in form",
  signIn: "the button that signs in",
  caption: "the field for the caption of the new post",
  visibility: "the choice of the visibility of the new post",
  files: "the field for photos and videos of the new post",
  publish: "the button that publishes the post",
} as const;

/** A figure and its label on the pages, in the order in which they are read. */
type Labelled = readonly { field: string; label: string; what: string }[];

const figuresOfProfile: Labelled = [
  { field: "posts", label: "Posts", what: "the number of posts" },
  { field: "followers", label: "Followers", what: "the number of followers" },
  { field: "following", label: "Following", what: "the number of accounts that it follows" },
  { field: "likes", label: "Likes", what: "the number of likes" },
  { field: "earnings", label: "Earnings", what: "the money earned" },
];
const figuresOfPost: Labelled = [
  { field: "likes", label: "Likes", what: "the number of likes" },
  { field: "comments", label: "Comments", what: "the number of comments" },
  { field: "views", label: "Views", what: "the number of views" },
  { field: "earnings", label: "Earnings", what: "the money earned" },
];

const profileFields: Record<string, Meaning> = {
  displayName: { what: "the name of the account, which is the heading of the page" },
  ...meaningsOf(figuresOfProfile),
};

export const readSignedIn: ReadRequest = {
  fields: {
    profile: {
      what: "the link to the own profile of who is signed in, at the top of the page",
      attributes: ["href"],
    },
  },
};

export const readProfile: ReadRequest = { fields: profileFields };

export const readPosts: ReadRequest = {
  fields: {
    ...profileFields,
    next: { what: "the link to the next page", attributes: ["href"] },
  },
  rows: {
    what: "a post of the account",
    fields: {
      link: { what: "the link to the post, on the time of it", attributes: ["href"] },
      time: { what: "the time of the post", attributes: ["datetime"] },
      caption: { what: "the caption" },
      tags: { what: "each of the tags", all: true },
      media: { what: "each picture and each video", all: true, attributes: ["href", "src"] },
      ...meaningsOf(figuresOfPost),
    },
  },
};

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

type Fields = Record<string, string | string[] | null>;

/** Figures that were read by meaning, as the recipe's own extraction would have given them. */
export const profileMarkup = (fields: Fields) => markupOf(figuresOfProfile, fields);
export const postMarkup = (fields: Fields) => markupOf(figuresOfPost, fields);

/** Null when one is missing: the account's owner sees them all. */
function markupOf(figures: Labelled, fields: Fields) {
  const definitions = figures.map(({ field }) => fields[field] ?? null);
  if (!definitions.every((text) => typeof text === "string")) return null;
  const terms = figures.map(({ label }) => label);
  return { terms, definitions, itemLabels: [], itemTexts: [], columns: [], cells: [] };
}

function meaningsOf(figures: Labelled): Record<string, Meaning> {
  return Object.fromEntries(figures.map(({ field, what }) => [field, { what }]));
}
