import { classifyLibrary } from "./classify-library.ts";
import { compress } from "./compress.ts";
import { deletePost } from "./delete-post.ts";
import { liveLogin } from "./live-login.ts";
import { prepareFile } from "./prepare-file.ts";
import { publishPost } from "./publish-post.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { startScrape } from "./start-scrape.ts";
import { stripMetadata } from "./strip-metadata.ts";
import { suggestTags } from "./suggest-tags.ts";
import { teaser } from "./teaser.ts";
import { verifyPlatform } from "./verify-platform.ts";
import { watermark } from "./watermark.ts";

/** Every kind of job there is, by its name. */
export const definitions = {
  [classifyLibrary.name]: classifyLibrary,
  [compress.name]: compress,
  [deletePost.name]: deletePost,
  [liveLogin.name]: liveLogin,
  [prepareFile.name]: prepareFile,
  [publishPost.name]: publishPost,
  [scrapeProfile.name]: scrapeProfile,
  [startScrape.name]: startScrape,
  [stripMetadata.name]: stripMetadata,
  [suggestTags.name]: suggestTags,
  [teaser.name]: teaser,
  [verifyPlatform.name]: verifyPlatform,
  [watermark.name]: watermark,
};

export type Definitions = typeof definitions;
