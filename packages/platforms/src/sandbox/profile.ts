import type { ProfileFigures } from "../adapter.ts";
import { readCount, readMoney } from "../recipe/amounts.ts";
import { type FigureMarkup, figureFields, readFigures } from "./figures.ts";
import { isStrings } from "./is-strings.ts";

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
