import { compress } from "./compress.ts";
import { deletePost } from "./delete-post.ts";
import { liveLogin } from "./live-login.ts";
import { publishPost } from "./publish-post.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { startScrape } from "./start-scrape.ts";
import { verifyPlatform } from "./verify-platform.ts";
import { watermark } from "./watermark.ts";

/** Every kind of job there is, by its name. */
export const definitions = {
  [compress.name]: compress,
  [deletePost.name]: deletePost,
  [liveLogin.name]: liveLogin,
  [publishPost.name]: publishPost,
  [scrapeProfile.name]: scrapeProfile,
  [startScrape.name]: startScrape,
  [verifyPlatform.name]: verifyPlatform,
  [watermark.name]: watermark,
};

export type Definitions = typeof definitions;
