import type { AdapterContext, ProfileFigures } from "../adapter.ts";
import { readMoney } from "./amounts.ts";
import type { Figure, Site } from "./site.ts";
import { readRequest } from "./site.ts";
import { changed, openSitePage, unread } from "./site-page.ts";

export type ReadFields = Record<string, string | string[] | null>;

/** Reads the figures at the top of the account's own profile. */
export async function scrapeProfile(context: AdapterContext, site: Site): Promise<ProfileFigures> {
  const page = await openSitePage(context, site, site.platform.profileUrl(context.username));
  const asItWas = await site.markup?.profile(page);
  if (asItWas) return asItWas;
  const read = await page.read(readRequest(site, "profile"));
  if (read === null) throw unread(site, "the figures of the profile");
  const figures = mapReadProfile(site, read.fields);
  if (figures === null) throw changed(site.platform, "the figures of the profile");
  return figures;
}

/** A profile that was read by meaning. Null when a figure is no number, or is missing and must not be. */
export function mapReadProfile(site: Site, fields: ReadFields): ProfileFigures | null {
  const { displayName } = fields;
  const shown = mapFigures(site, site.figures.profile, fields);
  if (shown === null || typeof displayName !== "string" || displayName.trim() === "") return null;
  const { followers, following, posts, likes } = shown.counts;
  return {
    displayName: displayName.trim(),
    followers: followers ?? null,
    following: following ?? null,
    posts: posts ?? null,
    likes: likes ?? null,
    earnings: shown.earnings?.amount ?? null,
    currency: shown.earnings?.currency ?? null,
  };
}

/** Figures by their names; null when one can't be read without a doubt. */
export function mapFigures<Name extends string>(
  { readCount }: Pick<Site, "readCount">,
  figures: readonly Figure<Name>[],
  fields: ReadFields,
): { counts: Partial<Record<Name, number>>; earnings: ReturnType<typeof readMoney> } | null {
  const counts: Partial<Record<Name, number>> = {};
  let earnings: ReturnType<typeof readMoney> = null;
  for (const { name, required } of figures) {
    const text = fields[name] ?? null;
    if (text === null && !required) continue;
    if (typeof text !== "string") return null;
    if (name === "earnings") {
      earnings = readMoney(text.trim());
      if (earnings === null) return null;
      continue;
    }
    const count = readCount(text.trim());
    if (count === null) return null;
    counts[name] = count;
  }
  return { counts, earnings };
}
