import type { Adapter } from "../adapter.ts";
import { listFans } from "./fans.ts";
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
  return {
    platform: site.platform,
    logIn: (context, credentials) => logIn(context, site, credentials),
    resumeSession: (context, cookies) => resumeSession(context, site, cookies),
    isSignedIn: (page) => isSignedIn(page, site),
    scrapeProfile: (context) => scrapeProfile(context, site),
    listPosts: (context) => listPosts(context, site),
    preparePost: (context, post) => preparePost(context, site, post),
    findPublished: (context, lookUp) => findPublished(context, site, lookUp),
    ...fanList(site),
    ...(site.saysGone && { isLive: (context, post) => isLive(context, site, post) }),
  };
}

/** Parsers of markup know when they have all of them. */
function fanList(site: Site): Pick<Adapter, "listFans" | "listsAllFans"> {
  const { markup, fans } = site;
  if (markup) return { listFans: (context) => markup.listFans(context, site), listsAllFans: true };
  return fans === null ? {} : { listFans: (context) => listFans(context, site, fans) };
}
