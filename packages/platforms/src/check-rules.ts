import type { PostRules } from "@genie/schema";
import { hashtagsIn, holdsWord, linksIn } from "./caption-parts.ts";
import type { CheckedPost } from "./check-post.ts";

export type NamedRules = { name: string; rules: PostRules };

export type RuledPost = Pick<CheckedPost, "caption" | "files"> & {
  /**
   * For each of its media that was posted in the same place: how many days before this post that was,
   * the latest time; whole days, rounded down.
   */
  repostedAfterDays: readonly number[];
};

/**
 * Everything that keeps a post from following the rules, a sentence for people each, which names the
 * rules and holds nothing of the caption but the word that is banned.
 */
export function checkRules({ name, rules }: NamedRules, post: RuledPost): string[] {
  const by = `Your rules "${name}"`;
  const tags = hashtagsIn(post.caption).map(folded);
  const banned = (rules.bannedWords ?? []).filter((word) => holdsWord(post.caption, word));
  const missing = (rules.requiredTags ?? []).filter((tag) => !tags.includes(folded(tag)));
  const isBare = post.files.some((file) => file !== null && (file.altText ?? "").trim() === "");
  const latest = Math.min(...post.repostedAfterDays);
  const { mostHashtags, neverRepostDays } = rules;
  return [
    ...(banned.length > 0 ? [`${by} ban ${quoted(banned)}. Leave it out.`] : []),
    ...(missing.length > 0
      ? [`${by} want ${missing.map((tag) => `#${bare(tag)}`).join(", ")} in the caption. Add it.`]
      : []),
    ...(mostHashtags !== undefined && tags.length > mostHashtags
      ? [`${by} allow ${mostHashtags} hashtags; this caption has ${tags.length}. Remove some.`]
      : []),
    ...(rules.noLinks && linksIn(post.caption).length > 0
      ? [`${by} allow no web addresses. Remove them.`]
      : []),
    ...(rules.needsAltText && isBare
      ? [`${by} want a description of each picture. Write what it shows.`]
      : []),
    ...(neverRepostDays !== undefined && latest < neverRepostDays
      ? [
          `${by} let nothing go out again within ${neverRepostDays} days; this was posted there ${daysBefore(latest)}. Choose something else, or a later day.`,
        ]
      : []),
  ];
}

const bare = (tag: string) => tag.replace(/^#/, "");
const folded = (tag: string) => bare(tag).normalize("NFKC").toLocaleLowerCase("en");
const quoted = (found: readonly string[]) => found.map((word) => `"${word}"`).join(", ");
const daysBefore = (days: number) =>
  days === 0 ? "on the same day" : days === 1 ? "a day before" : `${days} days before`;
