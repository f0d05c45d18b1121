import type { Adapter } from "../adapter.ts";
import { openMedia } from "../open-media.ts";
import { blueskyPlatform } from "./platform.ts";

const usualEntry = "https://bsky.social";

/** The library is large, and many installations never need it. */
const session = () => import("./session.ts");
const posts = () => import("./posts.ts");
const publish = () => import("./publish.ts");

/** The way into accounts on Bluesky, by its API. People sign in at `entry`, and the rest is on their server. */
export function blueskyAdapter(entry: string = usualEntry): Adapter {
  return {
    platform: blueskyPlatform,
    logIn: async (context, credentials) => (await session()).logIn(context, entry, credentials),
    resumeSession: async (context, cookies) =>
      (await session()).resumeSession(context, entry, cookies),
    scrapeProfile: async (context) => (await session()).scrapeProfile(context, entry),
    openMedia,
    async *listPosts(context) {
      yield* (await posts()).listPosts(context, entry);
    },
    preparePost: async (context, post) => (await publish()).preparePost(context, entry, post),
    findPublished: async (context, lookUp) => (await posts()).findPublished(context, entry, lookUp),
    isLive: async (context, post) => (await posts()).isLive(context, entry, post),
    deletePost: async (context, id) => (await posts()).deletePost(context, entry, id),
  };
}
