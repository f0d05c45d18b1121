import type { Adapter, AdapterContext } from "../adapter.ts";
import { accountOn } from "./account-on.ts";
import { findPublished } from "./find-published.ts";
import { openMedia } from "../open-media.ts";
import { mastodonPlatform } from "./platform.ts";
import { deletePost, isLive, listPosts } from "./posts.ts";
import { preparePost } from "./publish.ts";
import { readLimits } from "./read-limits.ts";
import { logIn, resumeSession, scrapeProfile } from "./session.ts";

/** The way into accounts on any server of Mastodon, by its API. */
export function mastodonAdapter(testUrl?: string): Adapter {
  const platform = mastodonPlatform(testUrl);
  const on = ({ username }: AdapterContext) => accountOn(username, testUrl);
  return {
    platform,
    logIn: async (context, credentials) => logIn(context, on(context), credentials),
    resumeSession: async (context, cookies) => resumeSession(context, on(context), cookies),
    scrapeProfile: async (context) => scrapeProfile(context, on(context)),
    readLimits: async (context) => readLimits(context, on(context)),
    openMedia,
    listPosts: (context) => listPosts(context, on(context)),
    preparePost: async (context, post) =>
      preparePost(context, { platform, account: on(context) }, post),
    findPublished: async (context, lookUp) => findPublished(context, on(context), lookUp),
    isLive: async (context, post) => isLive(context, on(context), post),
    deletePost: async (context, id) => deletePost(context, on(context), id),
  };
}
