import { liveLogin } from "./live-login.ts";
import { publishPost } from "./publish-post.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { startScrape } from "./start-scrape.ts";
import { watermark } from "./watermark.ts";

/** Every kind of job there is, by its name. */
export const definitions = {
  [liveLogin.name]: liveLogin,
  [publishPost.name]: publishPost,
  [scrapeProfile.name]: scrapeProfile,
  [startScrape.name]: startScrape,
  [watermark.name]: watermark,
};

export type Definitions = typeof definitions;
