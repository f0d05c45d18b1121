import { readRoundedCount } from "../recipe/amounts.ts";
import type { Site } from "../recipe/site.ts";
import { readShownTime } from "../recipe/times.ts";
import { usualFans, usualReadings } from "../recipe/usual-words.ts";
import { fanslyPlatform } from "./platform.ts";

/** The pages of Fansly, by what they say. No markup of theirs is known well enough to rest on it. */
export const fanslySite: Site = {
  platform: fanslyPlatform,
  homePath: "/",
  drawn: {
    target: { role: "link", name: "Profile", exact: true },
    what: "the link to the own profile of who is signed in",
  },
  logIn: {
    pages: /^\/(login|register)(\/|$)/,
    form: null,
    challenges: [],
  },
  links: {
    profile: /^\/([\w.-]+)(?:\/posts)?$/,
    post: /^\/post\/(\d+)$/,
    media: null,
  },
  postPath: (platformPostId) => `/post/${platformPostId}`,
  figures: {
    profile: [
      { name: "posts", what: "the number of posts", required: false },
      { name: "followers", what: "the number of followers", required: true },
      { name: "likes", what: "the number of likes", required: false },
    ],
    post: [
      { name: "likes", what: "the number of likes", required: false },
      { name: "comments", what: "the number of comments", required: false },
    ],
  },
  readings: usualReadings,
  readCount: readRoundedCount,
  readTime: readShownTime,
  compose: {
    // Posts are written at the top of the home page; no page of their own is known.
    path: "/",
    caption: {
      target: { role: "textbox", name: "Write a new post" },
      what: "the field for the caption of the new post",
    },
    files: {
      target: { label: "Upload" },
      what: "the field for photos and videos of the new post",
    },
    visibility: null,
    publish: {
      target: { role: "button", name: "Post", exact: true },
      what: "the button that publishes the post",
    },
    uploadMs: 8 * 60_000,
  },
  fans: { path: "/subscribers", ...usualFans },
  absence: "doubt",
  saysGone: false,
  markup: null,
};
