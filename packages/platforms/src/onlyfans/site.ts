import { readRoundedCount } from "../recipe/amounts.ts";
import type { Site } from "../recipe/site.ts";
import { readShownTime } from "../recipe/times.ts";
import { usualFans } from "../recipe/usual-fans.ts";
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
  readings: {
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
  },
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
