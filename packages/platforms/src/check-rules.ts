import type { PostRules } from "@genie/schema";
import { hashtagsIn, holdsWord } from "./caption-parts.ts";
import { mediaKindOf } from "./check-file.ts";
import type { CheckedPost } from "./check-post.ts";
import { folded } from "./folded.ts";
import { holdsAddress } from "./holds-address.ts";

export type NamedRules = { name: string; rules: PostRules };

export type RuledPost = Pick<CheckedPost, "caption" | "files"> & {
  dueAt: Date;
  /** When any of its media went out, or is to go out, besides, in the places that the rules speak of. */
  alsoOut: readonly Date[];
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A post may go out a little after its time, and the next one of a plan by days has its own time. */
const toleranceMs = hourMs;

/**
 * Everything that keeps a post from following the rules, a sentence for people each, which names the
 * rules and holds nothing of the caption but the words that are banned.
 */
export function checkRules({ name, rules }: NamedRules, post: RuledPost): string[] {
  const by = `Your rules "${name}"`;
  return [
    ...checkWords(by, rules, post.caption),
    ...checkTags(by, rules, post.caption),
    ...(rules.noLinks && holdsAddress(post.caption)
      ? [`${by} allow no web addresses. Remove them.`]
      : []),
    ...(rules.needsAltText && post.files.some(isBarePicture)
      ? [`${by} want a description of each picture. Write what it shows.`]
      : []),
    ...checkReposts(by, rules, post),
  ];
}

function checkWords(by: string, { bannedWords = [] }: PostRules, caption: string): string[] {
  const found = bannedWords.filter((word) => holdsWord(caption, word));
  if (found.length === 0) return [];
  const quoted = found.map((word) => `"${word}"`).join(", ");
  return [`${by} ban ${quoted}. Leave ${itOrThem(found)} out.`];
}

function checkTags(by: string, rules: PostRules, caption: string): string[] {
  const { requiredTags = [], mostHashtags } = rules;
  const tags = hashtagsIn(caption.normalize("NFC"));
  const known = new Set(tags.map(asTag));
  const missing = requiredTags.filter((tag) => !known.has(asTag(tag)));
  const wanted = missing.map((tag) => `#${withoutSign(tag)}`).join(", ");
  return [
    ...(missing.length > 0
      ? [`${by} want ${wanted} in the caption. Add ${itOrThem(missing)}.`]
      : []),
    ...(mostHashtags !== undefined && tags.length > mostHashtags
      ? [`${by} allow ${hashtags(mostHashtags)}; this caption has ${tags.length}. Remove some.`]
      : []),
  ];
}

function checkReposts(by: string, { neverRepostDays: days }: PostRules, post: RuledPost): string[] {
  if (days === undefined) return [];
  const nearest = post.alsoOut
    .map((at) => at.getTime() - post.dueAt.getTime())
    .toSorted((one, other) => Math.abs(one) - Math.abs(other))
    .at(0);
  if (nearest === undefined || Math.abs(nearest) >= days * dayMs - toleranceMs) return [];
  const window = days === 1 ? "a day" : `${days} days`;
  return [
    `${by} let nothing go out again within ${window}; part of this goes out ${apart(nearest)}. Choose something else, or another day.`,
  ];
}

const apart = (ms: number) => {
  const days = Math.floor((Math.abs(ms) + toleranceMs) / dayMs);
  const long = days === 0 ? "less than a day" : days === 1 ? "a day" : `${days} days`;
  return `${long} ${ms <= 0 ? "before" : "later"} as well`;
};
const isBarePicture = (file: CheckedPost["files"][number]) =>
  mediaKindOf(file?.mime ?? null) === "image" && (file?.altText ?? "").trim() === "";
const withoutSign = (tag: string) => tag.replace(/^[#＃]/, "");
const asTag = (tag: string) => withoutSign(folded(tag)).toLocaleLowerCase("en");
const itOrThem = ({ length }: readonly string[]) => (length === 1 ? "it" : "them");
const hashtags = (most: number) =>
  most === 0 ? "no hashtags" : most === 1 ? "one hashtag" : `${most} hashtags`;
