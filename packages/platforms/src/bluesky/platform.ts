import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Credentials, Platform, PlatformLimits } from "../platform.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * What the lexicons say (app.bsky.feed.post, app.bsky.embed.images and .video, as of @atproto/api 0.21).
 * They don't limit alt texts, and Bluesky's own app takes 2000 characters. How large a file may be is the
 * account's server's to say as well: those of Bluesky itself take videos of 100 MB and three minutes.
 */
const limits: PlatformLimits = {
  caption: { most: 300, countedIn: "graphemes", maxBytes: 3000 },
  mediaCount: 4,
  media: {
    image: {
      maxBytes: 2_000_000,
      mimeTypes: ["image/jpeg", "image/png", "image/webp", "image/gif"],
    },
    video: {
      maxBytes: 100_000_000,
      mimeTypes: ["video/mp4"],
      most: 1,
      maxDurationMs: 3 * minuteMs,
    },
  },
  mixesMedia: false,
  captionAlone: true,
  altTextLength: 2000,
  ratings: contentRatings,
};

/** The cookies that a stored session is made of: the access token, whose it is, and the account's server. */
export const sessionParts = {
  token: "bluesky_token",
  did: "bluesky_did",
  server: "bluesky_server",
} as const;

// https://atproto.com/specs/handle
const handle = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const appPassword = /^[a-z0-9]{4}(?:-[a-z0-9]{4}){3}$/;

const appPasswordsUrl = "https://bsky.app/settings/app-passwords";

/** Bluesky, whose servers take a key of ours for each post: its place in the account's records. */
export const blueskyPlatform: Platform = {
  id: "bluesky",
  name: "Bluesky",
  origin: "https://bsky.app",
  hosts: [],
  tokenHelp: {
    url: appPasswordsUrl,
    sentence:
      "On Bluesky, open Settings, then Privacy and security, then App passwords, and add one for this. It lets Genie read and post, and you can take it back there at any time.",
  },
  credentialFields: [
    {
      name: "username",
      label: "Handle, as in alice.bsky.social",
      kind: "text",
      autocomplete: "username",
    },
    { name: "password", label: "App password", kind: "password", autocomplete: "off" },
  ],
  credentials: blueskyCredentials(),
  sessionCookies: Object.values(sessionParts),
  capturedCookies: [],
  connectBy: ["token"],
  logInUrl: appPasswordsUrl,
  logInHosts: [],
  isExperimental: false,
  version: 1,
  guarantee: "idempotent",
  prepareMs: 2 * minuteMs,
  // The key is the record's own place: it is known for as long as the post is there.
  keyWindowMs: 365 * dayMs,
  sendTimeoutMs: 20_000,
  settleMs: 5_000,
  limits,
  options: [],
  deletesPosts: true,
  slots: { total: 32, perAccount: 2 },
  profileUrl: (username) => `https://bsky.app/profile/${encodeURIComponent(plainHandle(username))}`,
};

/** A handle as servers write it. */
export function plainHandle(username: string): string {
  return username.trim().replace(/^@/, "").toLowerCase();
}

function blueskyCredentials(): z.ZodType<Credentials> {
  return z.strictObject({
    username: z
      .string()
      .max(300)
      .transform(plainHandle)
      .refine((username) => username.length <= 253 && handle.test(username), {
        error: "Write the whole handle, as in alice.bsky.social.",
      }),
    password: z
      .string()
      .trim()
      .regex(
        appPassword,
        `This is no app password: those look like abcd-efgh-ijkl-mnop. Make one at ${appPasswordsUrl}, and keep the password of your account to yourself.`,
      ),
  });
}
