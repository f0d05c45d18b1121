import type { PageDriver } from "@genie/browser-client";
import type { AdapterContext, ProfileFigures } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { type FigureMarkup, figureFields, readCount, readFigures, readMoney } from "./figures.ts";
import { isStrings } from "./is-strings.ts";
import { profileMarkup, readProfile } from "./meanings.ts";
import { changed, openSitePage } from "./site-page.ts";

/** Reads the figures at the top of the account's own profile. */
export async function scrapeProfile(
  context: AdapterContext,
  platform: Platform,
): Promise<ProfileFigures> {
  const page = await openSitePage(context, platform, platform.profileUrl(context.username));
  const rows = await page.extract({
    rows: "main section:has(> h1)",
    fields: { ...figureFields, names: { css: "h1", all: true } },
  });
  const asItWas = rows.length === 1 ? mapProfile(rows[0] ?? {}) : null;
  const figures = asItWas ?? (await readByMeaning(page));
  if (figures === null) throw changed(platform, "the figures of the profile");
  return figures;
}

/** Null when there is no model, or when what it points at are no figures. */
async function readByMeaning(page: PageDriver): Promise<ProfileFigures | null> {
  const read = await page.read(readProfile);
  const markup = read && profileMarkup(read.fields);
  return markup && mapProfile({ ...markup, names: [read.fields["displayName"] ?? []].flat() });
}

/** Null when a figure that the site shows to everybody is missing or is no number. */
export function mapProfile(row: Record<string, unknown>): ProfileFigures | null {
  const { names, ...markup } = row;
  if (!isStrings<keyof FigureMarkup>(markup, Object.keys(figureFields))) return null;
  const shown = readFigures(markup);
  const [displayName] = Array.isArray(names) && names.length === 1 ? names : [];
  if (shown === null || typeof displayName !== "string") return null;
  const [posts, followers, following, likes] = ["Posts", "Followers", "Following", "Likes"].map(
    (label) => readCount(shown.get(label)),
  );
  if (posts == null || followers == null || following == null || likes == null) return null;
  // Only the owner sees it.
  const earnings = readMoney(shown.get("Earnings"));
  if (earnings === null && shown.has("Earnings")) return null;
  return {
    displayName: displayName.trim(),
    followers,
    following,
    posts,
    likes,
    earnings: earnings?.amount ?? null,
    currency: earnings?.currency ?? null,
  };
}
