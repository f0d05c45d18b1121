import type { AdapterContext, PlatformFan } from "../adapter.ts";
import { readMoney } from "./amounts.ts";
import { newOnes } from "./new-ones.ts";
import { listOf } from "./page-values.ts";
import type { ReadFields } from "./profile.ts";
import { changed, openSitePage, unread } from "./site-page.ts";
import type { FanList, Site } from "./site.ts";

/**
 * The fans of the account as they are read by meaning, each once, in a list that grows as one scrolls.
 * Nothing says that it is all of them.
 */
export async function* listFans(
  context: AdapterContext,
  site: Site,
  { path, what, fields }: FanList,
): AsyncIterable<PlatformFan[]> {
  const page = await openSitePage(context, site, `${site.platform.origin}${path}`);
  const seen = new Set<string>();
  let isMore = true;
  while (isMore) {
    const read = await page.read({ fields: {}, rows: { what, fields } });
    if (read === null) throw unread(site, "the fans");
    const now = new Date();
    const fans = read.rows.map((row) => mapReadFan(site, row, now));
    if (!fans.every((fan) => fan !== null)) throw changed(site.platform, "the fans");
    const fresh = newOnes(fans, seen);
    if (fresh.length > 0) yield fresh;
    isMore = fresh.length > 0 && (await page.more([]));
  }
}

/** Null without a username; what else can't be read without a doubt is not known. */
export function mapReadFan(
  site: Pick<Site, "readTime">,
  fields: ReadFields,
  now: Date,
): PlatformFan | null {
  const one = (name: string) => listOf(fields[name])[0]?.trim() ?? "";
  const [, username] = /^@?([a-z0-9][a-z0-9_.-]*)$/i.exec(one("handle")) ?? [];
  if (username === undefined) return null;
  const timeOf = (name: string) => site.readTime(one(name), now)?.at ?? null;
  const lastInteraction = timeOf("lastSeen");
  const subscribedAt = timeOf("subscribedSince");
  // Nobody was there before she came: these two would have changed places.
  const isMixedUp =
    lastInteraction !== null && subscribedAt !== null && lastInteraction < subscribedAt;
  return {
    platformFanId: username.toLowerCase(),
    username,
    displayName: one("name") || null,
    tier: one("tier") || null,
    status: "active",
    subscribedAt: isMixedUp ? null : subscribedAt,
    totalSpent: readMoney(one("spent"))?.amount ?? null,
    lastInteraction: isMixedUp ? null : lastInteraction,
  };
}
