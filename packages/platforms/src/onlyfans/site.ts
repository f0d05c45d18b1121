import { readRoundedCount } from "../recipe/amounts.ts";
import type { Site } from "../recipe/site.ts";
import { readShownTime } from "../recipe/times.ts";
import { usualFans, usualReadings } from "../recipe/usual-words.ts";
import { onlyfansPlatform } from "./platform.ts";

/** The pages of OnlyFans, by what they say. No markup of theirs is known well enough to rest on it. */
export const onlyfansSite: Site = {
  platform: onlyfansPlatform,
  homePath: "/",
  drawn: {
    target: { role: "link", name: "My profile" },
    what: "the link to the own profile of who is signed in",
  },
  logIn: {
    // The log-in stands on the home page too, which the password field tells.
    pages: /^\/(login|auth)(\/|$)/,
    form: null,
    challenges: [],
  },
  links: {
    profile: /^\/([\w.-]+)$/,
    // A permalink is the number of the post, then the name of the account.
    post: /^\/(\d+)\/[\w.-]+$/,
    media: null,
  },
  postPath: (platformPostId, username) => `/${platformPostId}/${encodeURIComponent(username)}`,
  figures: {
    profile: [
      { name: "posts", what: "the number of posts", required: true },
      { name: "followers", what: "the number of followers or fans", required: false },
      { name: "following", what: "the number of accounts that it follows", required: false },
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
    path: "/posts/create",
    caption: {
      target: { role: "textbox", name: "Compose new post" },
      what: "the field for the caption of the new post",
    },
    files: {
      target: { css: "#file_upload_input" },
      what: "the field for photos and videos of the new post",
    },
    visibility: null,
    publish: {
      target: { role: "button", name: "Post", exact: true },
      what: "the button that publishes the post",
    },
    uploadMs: 8 * 60_000,
  },
  fans: { path: "/my/subscribers/active", ...usualFans },
  absence: "doubt",
  // Its pages are drawn by scripts, which answer every address alike.
  saysGone: false,
  markup: null,
};
