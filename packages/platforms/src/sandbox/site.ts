import { readCount } from "../recipe/amounts.ts";
import type { Site } from "../recipe/site.ts";
import { readTime } from "../recipe/times.ts";
import { sandboxMarkup } from "./markup.ts";
import { sandboxPlatform } from "./platform.ts";

/** The pages of the sandbox, at the address where it runs. */
export function sandboxSite(origin: string): Site {
  const platform = sandboxPlatform(origin);
  return {
    platform,
    homePath: "/",
    drawn: null,
    logIn: {
      pages: /^\/login(\/|$)/,
      form: {
        username: {
          target: { label: "Username" },
          what: "the field for the username in the log-in form",
        },
        password: {
          target: { label: "Password" },
          what: "the field for the password in the log-in form",
        },
        submit: {
          target: { role: "button", name: "Log in", exact: true },
          what: "the button that signs in",
        },
      },
      challenges: [
        { kind: "one_time_code", path: /^\/login\/code$/ },
        { kind: "captcha", path: /^\/login\/captcha$/ },
      ],
    },
    links: {
      profile: /^\/@([^/]+)$/,
      post: /^\/posts\/(\d+)$/,
      media: /^\/media\//,
    },
    postPath: (platformPostId) => `/posts/${platformPostId}`,
    figures: {
      profile: [
        { name: "posts", what: "the number of posts", required: true },
        { name: "followers", what: "the number of followers", required: true },
        { name: "following", what: "the number of accounts that it follows", required: true },
        { name: "likes", what: "the number of likes", required: true },
        { name: "earnings", what: "the money earned", required: true },
      ],
      post: [
        { name: "likes", what: "the number of likes", required: true },
        { name: "comments", what: "the number of comments", required: true },
        { name: "views", what: "the number of views", required: true },
        { name: "earnings", what: "the money earned", required: true },
      ],
    },
    readings: {
      signedIn: {
        what: "the link to the own profile of who is signed in, at the top of the page",
        attributes: ["href"],
      },
      displayName: { what: "the name of the account, which is the heading of the page" },
      next: { what: "the link to the next page", attributes: ["href"] },
      posts: {
        what: "a post of the account",
        fields: {
          link: { what: "the link to the post, on the time of it", attributes: ["href"] },
          time: { what: "the time of the post", attributes: ["datetime"] },
          caption: { what: "the caption" },
          tags: { what: "each of the tags", all: true },
          media: { what: "each picture and each video", all: true, attributes: ["href", "src"] },
        },
      },
    },
    readCount,
    readTime: (text) => {
      const at = readTime(text);
      return at && { at, isExact: true };
    },
    compose: {
      path: "/compose",
      caption: {
        target: { label: "Caption" },
        what: "the field for the caption of the new post",
      },
      files: {
        target: { label: "Photos and videos" },
        what: "the field for photos and videos of the new post",
      },
      visibility: {
        target: { role: "combobox", name: "Visibility", exact: true },
        what: "the choice of the visibility of the new post",
        values: ["public", "subscribers"],
      },
      publish: {
        target: { role: "button", name: "Publish", exact: true },
        what: "the button that publishes the post",
      },
      uploadMs: 0,
    },
    fans: null,
    absence: "proof",
    saysGone: true,
    markup: sandboxMarkup(origin),
  };
}
