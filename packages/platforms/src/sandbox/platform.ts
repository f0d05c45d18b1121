import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Platform, PlatformLimits } from "../platform.ts";

const megabyte = 1024 * 1024;

/** The fan platform of our own, at the address where it runs. */
export function sandboxPlatform(origin: string): Platform {
  return {
    id: "sandbox",
    name: "Sandbox",
    origin,
    hosts: [new URL(origin).host],
    ...sandboxAccount,
    connectBy: ["extension", "live_login", "password"],
    logInUrl: `${origin}/login`,
    logInHosts: [],
    isExperimental: false,
    version: 1,
    guarantee: "lookup",
    prepareMs: 15_000,
    sendTimeoutMs: 15_000,
    settleMs: 5_000,
    limits: sandboxLimits,
    options: sandboxOptions,
    slots: { total: 8, perAccount: 3 },
    profileUrl: (username) => `${origin}/@${encodeURIComponent(username)}`,
  };
}

/** How its accounts are entered, and what a session is kept as. */
export const sandboxAccount = {
  credentialFields: [
    { name: "username", label: "Username", kind: "text", autocomplete: "username" },
    { name: "password", label: "Password", kind: "password", autocomplete: "current-password" },
  ],
  credentials: z.strictObject({
    username: z.string().trim().min(1, "Enter your username on the Sandbox."),
    password: z.string().min(1, "Enter your password on the Sandbox."),
  }),
  sessionCookies: ["sandbox_session"],
  capturedCookies: ["sandbox_session"],
} as const satisfies Pick<
  Platform,
  "capturedCookies" | "credentialFields" | "credentials" | "sessionCookies"
>;

export const sandboxOptions = [
  {
    name: "visibility",
    label: "Who sees it",
    kind: "choice",
    choices: [
      { value: "public", label: "Everybody" },
      { value: "subscribers", label: "Subscribers" },
    ],
    byDefault: "public",
  },
] as const satisfies Platform["options"];

export const sandboxLimits: PlatformLimits = {
  caption: { most: 500, countedIn: "code_points" },
  mediaCount: 4,
  media: {
    image: {
      maxBytes: 10 * megabyte,
      mimeTypes: ["image/jpeg", "image/png", "image/webp", "image/gif"],
    },
    video: { maxBytes: 50 * megabyte, mimeTypes: ["video/mp4"] },
  },
  mixesMedia: true,
  captionAlone: true,
  altTextLength: null,
  ratings: contentRatings,
};
