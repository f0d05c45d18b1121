import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Credentials, Platform, PlatformLimits, PostOption } from "../platform.ts";
import { addressShape, findAccount } from "./account-on.ts";

const home = "https://joinmastodon.org";
const minuteMs = 60_000;
const megabyte = 1024 * 1024;

/**
 * What servers take by default (docs.joinmastodon.org/user/posting and entities/Instance); each says for
 * itself what it takes instead. The length of a description is Mastodon's `MAX_DESCRIPTION_LENGTH`.
 */
const limits: PlatformLimits = {
  caption: {
    most: 500,
    countedIn: "graphemes",
    linkLength: 23,
    mentionsByName: true,
    alsoCounts: { option: "content_warning", called: "content warning" },
  },
  mediaCount: 4,
  media: {
    image: {
      maxBytes: 16 * megabyte,
      mimeTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
      maxPixels: 33_177_600,
    },
    video: {
      maxBytes: 99 * megabyte,
      mimeTypes: ["video/mp4", "video/webm", "video/quicktime"],
      most: 1,
    },
  },
  mixesMedia: false,
  captionAlone: true,
  altTextLength: 1500,
  ratings: contentRatings,
};

const warningLength = 200;

const options: readonly PostOption[] = [
  {
    name: "visibility",
    label: "Who sees it",
    kind: "choice",
    byDefault: "public",
    choices: [
      { value: "public", label: "Everybody" },
      { value: "unlisted", label: "Everybody, but not in public lists" },
      { value: "private", label: "Followers" },
    ],
  },
  { name: "content_warning", label: "Content warning", kind: "text", most: warningLength },
];

/** The name of the cookie that stands for the token in a stored session. */
export const tokenCookie = "mastodon_token";

/**
 * Accounts on any server that speaks Mastodon's API, each named as `name@server`. `testUrl` is a server on
 * this machine that is reached without TLS.
 */
export function mastodonPlatform(testUrl?: string): Platform {
  return {
    id: "mastodon",
    name: "Mastodon",
    origin: home,
    hosts: [],
    tokenHelp: {
      url: null,
      sentence:
        "On your server, open Preferences, then Development, and make a new application. Tick read:accounts, read:statuses, write:media and write:statuses, and nothing else. Its page then shows your access token.",
    },
    credentialFields: [
      {
        name: "username",
        label: "Account, as in name@server",
        kind: "text",
        autocomplete: "username",
      },
      { name: "token", label: "Access token", kind: "password", autocomplete: "off" },
    ],
    credentials: MastodonCredentials,
    sessionCookies: [tokenCookie],
    capturedCookies: [],
    connectBy: ["token"],
    logInUrl: home,
    logInHosts: [],
    isExperimental: false,
    version: 1,
    guarantee: "idempotent",
    prepareMs: minuteMs,
    // Servers forget a key after an hour (docs.joinmastodon.org/methods/statuses#create).
    keyWindowMs: 55 * minuteMs,
    sendTimeoutMs: minuteMs / 2,
    // A repeat that meets the first request makes a second post (mastodon#21840); servers end theirs by then.
    settleMs: 1.5 * minuteMs,
    limits,
    options,
    deletesPosts: true,
    slots: { total: 32, perAccount: 2 },
    profileUrl: (username) => {
      const account = findAccount(username, testUrl);
      return account === null ? home : `${account.origin}/@${account.name}`;
    },
  };
}

const MastodonCredentials: z.ZodType<Credentials> = z.strictObject({
  username: z
    .string()
    .max(320)
    .transform((username) => username.trim().replace(/^@/, "").toLowerCase())
    .refine((username) => addressShape.test(username), {
      error: "Write the account with its server, as in name@mastodon.social.",
    }),
  token: z.string().trim().min(1, "The access token is missing.").max(1024),
});
