import type { RulePackPlan } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

const mostNamed = 6;

/** What a pack wants of posts, a sentence a rule. */
export function describeRules(
  { rules, scope }: Pick<RulePackPlan, "rules" | "scope">,
  { rules: { says } }: Pick<Messages, "rules">,
): string[] {
  const { bannedWords = [], requiredTags = [], mostHashtags, neverRepostDays } = rules;
  const named = bannedWords.slice(0, mostNamed).map((word) => `"${word}"`);
  const sentences = [
    ...(named.length > 0
      ? [says.bannedWords(named.join(", "), bannedWords.length - named.length)]
      : []),
    ...(requiredTags.length > 0
      ? [says.requiredTags(requiredTags.map((tag) => `#${tag}`).join(", "))]
      : []),
    ...(mostHashtags === undefined ? [] : [says.mostHashtags(mostHashtags)]),
    ...(rules.noLinks ? [says.noLinks] : []),
    ...(rules.needsAltText ? [says.needsAltText] : []),
    ...(neverRepostDays === undefined ? [] : [says.neverRepost[scope.kind](neverRepostDays)]),
  ];
  return sentences.length > 0 ? sentences : [says.nothing];
}
