import type { AdapterContext } from "../adapter.ts";
import { requireUsable } from "./site-page.ts";
import type { Site } from "./site.ts";

/** Whether the post has its page, as its author sees it. For sites that say so with 404. */
export async function isLive(
  context: AdapterContext,
  site: Site,
  { platformPostId }: { platformPostId: string },
): Promise<boolean> {
  const page = await context.openPage();
  const path = site.postPath(encodeURIComponent(platformPostId), context.username);
  const state = await page.navigate(`${site.platform.origin}${path}`);
  if (state.status === 404) return false;
  requireUsable(site, state);
  return true;
}
