import type { AdapterContext } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { requireUsable } from "./site-page.ts";

/** Whether the post has its page, as its author sees it. */
export async function isLive(
  context: AdapterContext,
  platform: Platform,
  { platformPostId }: { platformPostId: string },
): Promise<boolean> {
  const page = await context.openPage();
  const state = await page.navigate(
    `${platform.origin}/posts/${encodeURIComponent(platformPostId)}`,
  );
  if (state.status === 404) return false;
  requireUsable(platform, state);
  return true;
}
