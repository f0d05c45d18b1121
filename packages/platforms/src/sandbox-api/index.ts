import type { Adapter } from "../adapter.ts";
import type { Guarantee } from "../platform.ts";
import { findPublished } from "./find-published.ts";
import { deletePost, isLive, listPosts } from "./posts.ts";
import { sandboxApiPlatform } from "./platform.ts";
import { preparePost } from "./publish.ts";
import { logIn, resumeSession, scrapeProfile } from "./session.ts";

/** The way into the sandbox by its API, with the guarantee that a platform like it would have. */
export function sandboxApiAdapter(origin: string, guarantee: Guarantee): Adapter {
  const platform = sandboxApiPlatform(origin, guarantee);
  return {
    platform,
    logIn: (context, credentials) => logIn(context, platform, credentials),
    resumeSession: (context, cookies) => resumeSession(context, platform, cookies),
    scrapeProfile: (context) => scrapeProfile(context, platform),
    listPosts: (context) => listPosts(context, platform),
    preparePost: (context, post) => preparePost(context, platform, post),
    ...(platform.deletesPosts && {
      deletePost: (context, id) => deletePost(context, platform, id),
    }),
    ...(guarantee !== "blind" && { isLive: (context, post) => isLive(context, platform, post) }),
    ...(guarantee === "lookup" && {
      findPublished: (context, lookUp) => findPublished(context, platform, lookUp),
    }),
  };
}
