import type { RulePackPlan, RuleScope } from "@genie/directus-client";
import { PostRules } from "@genie/schema";
import type { Messages } from "#messages/messages.ts";
import { splitEntries, withEntries } from "./split-entries.ts";

/** A pack as the form has it. */
export type PackDraft = Pick<RulePackPlan, "isEnabled" | "kind" | "name" | "scope"> & {
  bannedWords: string[];
  requiredTags: string[];
  /** What stands in their fields and is no entry yet; it counts as one. */
  typedWord: string;
  typedTag: string;
  mostHashtags: string;
  neverRepostDays: string;
  noLinks: boolean;
  needsAltText: boolean;
  sourceUrl: string;
};

export type DraftProblems = Partial<Record<keyof PackDraft | "all", string>>;

export const emptyPack: RulePackPlan = {
  name: "",
  kind: "house",
  scope: { kind: "all" },
  rules: {},
  sourceUrl: null,
  isEnabled: true,
};

export function draftOf({ rules, sourceUrl, ...plan }: RulePackPlan): PackDraft {
  const { name, kind, scope, isEnabled } = plan;
  return {
    name,
    kind,
    scope,
    isEnabled,
    bannedWords: rules.bannedWords ?? [],
    requiredTags: rules.requiredTags ?? [],
    typedWord: "",
    typedTag: "",
    mostHashtags: rules.mostHashtags?.toString() ?? "",
    neverRepostDays: rules.neverRepostDays?.toString() ?? "",
    noLinks: rules.noLinks ?? false,
    needsAltText: rules.needsAltText ?? false,
    sourceUrl: sourceUrl ?? "",
  };
}

/** The plan that a draft stands for, or what is wrong with it, by field, in the gate's own words. */
export function planOf(
  draft: PackDraft,
  { rules: { form: text } }: Pick<Messages, "rules">,
): { plan: RulePackPlan } | { problems: DraftProblems } {
  const { name, kind, scope, isEnabled } = draft;
  const parsed = PostRules.safeParse(writtenRules(draft));
  const sourceUrl = draft.sourceUrl.trim();
  const problems: DraftProblems = {
    ...(name.trim() === "" && { name: text.nameMissing }),
    ...(sourceUrl !== "" && !isWebAddress(sourceUrl) && { sourceUrl: text.sourceUrlInvalid }),
    ...Object.fromEntries(
      parsed.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? [],
    ),
    ...(parsed.success && Object.keys(parsed.data).length === 0 && { all: text.saysNothing }),
  };
  if (!parsed.success || Object.keys(problems).length > 0) return { problems };
  const plan = { name: name.trim(), kind, scope, isEnabled, rules: parsed.data };
  return { plan: { ...plan, sourceUrl: sourceUrl === "" ? null : sourceUrl } };
}

/** Whether something is an address that may be linked to. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["http:", "https:"].includes(url.protocol);
}

/** A scope as the value of a choice, and back. */
export const scopeValue = (scope: RuleScope): string =>
  scope.kind === "all"
    ? ""
    : scope.kind === "platform"
      ? `platform:${scope.platform}`
      : `account:${scope.profileId}`;

export function scopeOfValue(value: string): RuleScope {
  const [kind, ...rest] = value.split(":");
  const id = rest.join(":");
  if (kind === "platform") return { kind, platform: id };
  return kind === "account" ? { kind, profileId: id } : { kind: "all" };
}

function writtenRules(draft: PackDraft): Record<string, unknown> {
  const { mostHashtags, neverRepostDays } = draft;
  const bannedWords = withEntries(draft.bannedWords, splitEntries(draft.typedWord, "words"));
  const requiredTags = withEntries(draft.requiredTags, splitEntries(draft.typedTag, "tags"));
  return {
    ...(bannedWords.length > 0 && { bannedWords }),
    ...(requiredTags.length > 0 && { requiredTags }),
    ...(mostHashtags.trim() !== "" && { mostHashtags: Number(mostHashtags) }),
    ...(neverRepostDays.trim() !== "" && { neverRepostDays: Number(neverRepostDays) }),
    ...(draft.noLinks && { noLinks: true }),
    ...(draft.needsAltText && { needsAltText: true }),
  };
}
