/** The facts of a new platform, with what has to be found out. */
export const platformFile = (id: string) => `import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Platform } from "../platform.ts";

// Say of each fact where it is from, in a line. What is not known is a careful guess, and says so.
const origin = "https://${id}.example";
const megabyte = 1024 * 1024;

export const ${id}Platform: Platform = {
  id: "${id}",
  // As they write it.
  name: "${id.charAt(0).toUpperCase()}${id.slice(1)}",
  origin,
  // Pages and media; nothing else is reached.
  hosts: ["${id}.example", "*.${id}.example"],
  credentialFields: [],
  credentials: z.strictObject({}),
  // Without all of these nobody is signed in.
  sessionCookies: ["session"],
  // Those, and what else goes with them. The extension takes no other.
  capturedCookies: ["session"],
  connectBy: ["extension", "live_login"],
  logInUrl: \`\${origin}/login\`,
  // Of a captcha, for example.
  logInHosts: [],
  isExperimental: true,
  version: 1,
  guarantee: "lookup",
  prepareMs: 60_000,
  sendTimeoutMs: 60_000,
  settleMs: 60_000,
  limits: {
    caption: { most: 1000, countedIn: "code_points" },
    mediaCount: 4,
    media: {
      image: { maxBytes: 10 * megabyte, mimeTypes: ["image/jpeg", "image/png"] },
      video: { maxBytes: 100 * megabyte, mimeTypes: ["video/mp4"] },
    },
    mixesMedia: true,
    captionAlone: true,
    altTextLength: null,
    ratings: contentRatings,
  },
  options: [],
  slots: { total: 4, perAccount: 1 },
  profileUrl: (username) => \`\${origin}/\${encodeURIComponent(username)}\`,
};
`;

/** What a new platform's pages say. The words are those of the sandbox, where it is tried at first. */
export const siteFile = (id: string) => `import { readRoundedCount } from "../recipe/amounts.ts";
import type { Site } from "../recipe/site.ts";
import { readShownTime } from "../recipe/times.ts";
import { ${id}Platform } from "./platform.ts";

export const ${id}Site: Site = {
  platform: ${id}Platform,
  homePath: "/",
  // What only a page of somebody who is signed in has; null where pages come whole.
  drawn: null,
  logIn: {
    pages: /^\\/login(\\/|$)/,
    // People sign in by hand.
    form: null,
    challenges: [],
  },
  links: {
    profile: /^\\/([\\w.-]+)$/,
    post: /^\\/posts\\/(\\d+)$/,
    media: null,
  },
  postPath: (platformPostId) => \`/posts/\${platformPostId}\`,
  figures: {
    profile: [
      { name: "posts", what: "the number of posts", required: true },
      { name: "followers", what: "the number of followers", required: true },
      { name: "likes", what: "the number of likes", required: false },
    ],
    post: [
      { name: "likes", what: "the number of likes", required: false },
      { name: "comments", what: "the number of comments", required: false },
    ],
  },
  readings: {
    signedIn: {
      what: "the link to the own profile of who is signed in",
      attributes: ["href"],
    },
    displayName: { what: "the name of the account, which is the heading of its profile" },
    next: { what: "the link to the next page", attributes: ["href"] },
    posts: {
      what: "a post of the account",
      fields: {
        link: { what: "the link to the post, on the time of it", attributes: ["href"] },
        time: { what: "the time of the post", attributes: ["datetime"] },
        caption: { what: "the caption" },
        media: { what: "each picture and each video", all: true, attributes: ["href", "src"] },
      },
    },
  },
  readCount: readRoundedCount,
  readTime: readShownTime,
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
    visibility: null,
    publish: {
      target: { role: "button", name: "Publish", exact: true },
      what: "the button that publishes the post",
    },
    uploadMs: 60_000,
  },
  fans: null,
  // Until it is known that a post which is not in the list is out nowhere.
  absence: "doubt",
  saysGone: false,
  markup: null,
};
`;

/** The suite that every adapter passes, on the sandbox. */
export const testFile = (
  id: string,
) => `import { describeOnSandbox } from "../testing/describe-on-sandbox.ts";
import { ${id}Site } from "./site.ts";

describeOnSandbox(${id}Site);
`;
