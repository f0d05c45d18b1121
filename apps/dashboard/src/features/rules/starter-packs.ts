import type { RulePackPlan } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";
import { emptyPack } from "./pack-draft.ts";

/** What many begin with; saved by nobody but her. */
export const starterPacks = [
  { name: "freshMedia", rules: { neverRepostDays: 30 } },
  { name: "described", rules: { needsAltText: true } },
  { name: "paidPosts", rules: { requiredTags: ["ad"] } },
] as const satisfies readonly {
  name: keyof Messages["rules"]["starters"];
  rules: RulePackPlan["rules"];
}[];

export function starterPlan(
  { name, rules }: (typeof starterPacks)[number],
  { rules: text }: Pick<Messages, "rules">,
): RulePackPlan {
  return { ...emptyPack, name: text.starters[name].name, rules: { ...rules } };
}
