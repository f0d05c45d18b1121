import { contentRatings } from "@genie/schema";
import { z } from "zod";
import type { Platform } from "../platform.ts";

// Known from public sources, none of it tried on the live site; docs/adr/0021 names them.
const origin = "https://onlyfans.com";
const megabyte = 1024 * 1024;

/** OnlyFans, as far as it is known in public. */
export const onlyfansPlatform: Platform = {
  id: "onlyfans",
  name: "OnlyFans",
  origin,
  // Media come signed from cdn2, cdn3 and public.onlyfans.com.
  hosts: ["onlyfans.com", "*.onlyfans.com"],
  // The log-in asks who one is (a captcha), so people sign in by hand and no password is kept.
  credentialFields: [],
  credentials: z.strictObject({}),
  sessionCookies: ["sess", "auth_id"],
  // fp, st and csrf go with them; auth_uid_<id> is there with a second factor, under a name of its own.
  capturedCookies: ["sess", "auth_id", "st", "csrf", "fp"],
  // The site's scripts keep a number of the browser's there, and sign requests with it.
  capturedStorage: ["bcTokenSha"],
  connectBy: ["extension", "live_login"],
  logInUrl: `${origin}/`,
  // Turnstile, hCaptcha and reCAPTCHA have all been seen on it.
  logInHosts: [
    "challenges.cloudflare.com",
    "hcaptcha.com",
    "*.hcaptcha.com",
    "www.google.com",
    "www.gstatic.com",
    "www.recaptcha.net",
  ],
  isExperimental: true,
  version: 1,
  guarantee: "lookup",
  prepareMs: 10 * 60_000,
  sendTimeoutMs: 60_000,
  // A video is worked on before it is shown. How long is not known.
  settleMs: 5 * 60_000,
  limits: {
    // Widely told, not by the platform itself.
    caption: { most: 1000, countedIn: "code_points" },
    // Its FAQ: twenty pictures or one video, of 3 GB and of pictures below 6000 x 6000.
    mediaCount: 20,
    media: {
      // Sizes of pictures are not told; this is what Genie uploads at most.
      image: { maxBytes: 50 * megabyte, mimeTypes: ["image/jpeg", "image/png", "image/gif"] },
      video: { maxBytes: 3 * 1024 * megabyte, mimeTypes: ["video/mp4", "video/quicktime"] },
    },
    mixesMedia: true,
    captionAlone: true,
    altTextLength: null,
    ratings: contentRatings,
  },
  options: [],
  slots: { total: 4, perAccount: 1 },
  profileUrl: (username) => `${origin}/${encodeURIComponent(username)}`,
};
