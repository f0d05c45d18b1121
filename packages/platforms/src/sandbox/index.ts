import type { Adapter } from "../adapter.ts";
import { listFans } from "./fans.ts";
import { findPublished } from "./find-published.ts";
import { isLive } from "./is-live.ts";
import { isSignedIn, logIn, resumeSession } from "./login.ts";
import { sandboxPlatform } from "./platform.ts";
import { listPosts } from "./posts.ts";
import { scrapeProfile } from "./profile.ts";
import { preparePost } from "./publish.ts";

/** The ways into the sandbox at an address. */
export function sandboxAdapter(origin: string): Adapter {
  const platform = sandboxPlatform(origin);
  return {
    platform,
    logIn: (context, credentials) => logIn(context, platform, credentials),
    resumeSession: (context, cookies) => resumeSession(context, platform, cookies),
    isSignedIn: (page) => isSignedIn(page, platform),
    scrapeProfile: (context) => scrapeProfile(context, platform),
    listPosts: (context) => listPosts(context, platform),
    listFans: (context) => listFans(context, platform),
    preparePost: (context, post) => preparePost(context, platform, post),
    isLive: (context, post) => isLive(context, platform, post),
    findPublished: (context, lookUp) => findPublished(context, platform, lookUp),
  };
}
