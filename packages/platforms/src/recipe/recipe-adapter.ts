import type { Adapter } from "../adapter.ts";
import { findPublished } from "./find-published.ts";
import { isLive } from "./is-live.ts";
import { logIn, resumeSession } from "./log-in.ts";
import { listPosts } from "./posts.ts";
import { scrapeProfile } from "./profile.ts";
import { preparePost } from "./publish.ts";
import { isSignedIn } from "./signed-in-as.ts";
import type { Site } from "./site.ts";

/** What every site can do that is described. */
export type RecipeAdapter = Adapter & Required<Pick<Adapter, "findPublished" | "isSignedIn">>;

/** The ways into a site by its pages. */
export function recipeAdapter(site: Site): RecipeAdapter {
  const { markup } = site;
  return {
    platform: site.platform,
    logIn: (context, credentials) => logIn(context, site, credentials),
    resumeSession: (context, cookies) => resumeSession(context, site, cookies),
    isSignedIn: (page) => isSignedIn(page, site),
    scrapeProfile: (context) => scrapeProfile(context, site),
    listPosts: (context) => listPosts(context, site),
    preparePost: (context, post) => preparePost(context, site, post),
    findPublished: (context, lookUp) => findPublished(context, site, lookUp),
    ...(markup && { listFans: (context) => markup.listFans(context, site) }),
    ...(site.saysGone && { isLive: (context, post) => isLive(context, site, post) }),
  };
}
