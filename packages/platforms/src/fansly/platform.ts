import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Platform } from "../platform.ts";

// Known from public sources, none of it tried on the live site; docs/adr/0021 names them.
const origin = "https://fansly.com";
const megabyte = 1024 * 1024;

/** Fansly, as far as it is known in public. */
export const fanslyPlatform: Platform = {
  id: "fansly",
  name: "Fansly",
  origin,
  // Its scripts talk to apiv2 and apiv3, and media come from cdn3 and its like.
  hosts: ["fansly.com", "*.fansly.com"],
  // A second factor or a check by e-mail may follow, so people sign in by hand and no password is kept.
  credentialFields: [],
  credentials: z.strictObject({}),
  // The session is in local storage; no cookie is known that proves one.
  sessionCookies: [],
  capturedCookies: ["fansly-d"],
  sessionStorage: ["session_active_session"],
  capturedStorage: ["session_active_session", "device_device_id"],
  // A browser's extension hands over cookies alone, which are no session there.
  connectBy: ["live_login"],
  logInUrl: `${origin}/`,
  // Which of them it uses is not known.
  logInHosts: ["challenges.cloudflare.com", "hcaptcha.com", "*.hcaptcha.com"],
  isExperimental: true,
  version: 1,
  guarantee: "lookup",
  prepareMs: 10 * 60_000,
  sendTimeoutMs: 60_000,
  settleMs: 5 * 60_000,
  limits: {
    // Nothing about limits is public: these are careful guesses, and the platform has the last word.
    caption: { most: 1000, countedIn: "code_points" },
    mediaCount: 10,
    media: {
      image: { maxBytes: 50 * megabyte, mimeTypes: ["image/jpeg", "image/png"] },
      video: { maxBytes: 1024 * megabyte, mimeTypes: ["video/mp4"] },
    },
    mixesMedia: true,
    captionAlone: true,
    altTextLength: null,
    ratings: contentRatings,
  },
  options: [],
  slots: { total: 4, perAccount: 1 },
  profileUrl: (username) => `${origin}/${encodeURIComponent(username)}/posts`,
};
