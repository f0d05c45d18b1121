"use client";

import { checkAgainstRules, type Post, type Profile } from "@genie/directus-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSettled } from "#components/ui/use-settled.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { RuleProblems } from "./check-draft.ts";
import type { ComposerDraft } from "./composer-draft.ts";
import { planPosts } from "./plan-posts.ts";

const pauseMs = 500;
/** As many are checked; the gate holds each against the rules in any case. */
const mostPlans = 50;

type Surroundings = { posts: readonly Post[]; profiles: readonly Profile[]; zone: string };

/**
 * What her own rules say against the posts of a draft, as the gate finds it, shortly after typing pauses. Until
 * then it is what was said last; when it can't be asked, the gate says it on saving.
 */
export function useRuleProblems(
  draft: ComposerDraft,
  { posts, profiles, zone }: Surroundings,
): RuleProblems {
  const plans = planPosts(draft, profiles, { zone, status: "pending" })
    .slice(0, mostPlans)
    .flatMap(({ profileId, caption, mediaIds, scheduledFor }) => {
      const post =
        posts.length === 1 ? posts[0] : posts.find(({ account }) => account.id === profileId);
      if (scheduledFor === null) return [];
      return {
        id: post?.id ?? null,
        creator_profile_id: profileId,
        scheduled_for: scheduledFor,
        caption,
        media_ids: [...mediaIds],
        group_id: post?.groupId ?? null,
      };
    });
  const asked = useSettled(JSON.stringify(plans), pauseMs);
  const broken = useQuery({
    queryKey: ["rules", "broken", asked],
    queryFn: async () => {
      const settled = JSON.parse(asked) as typeof plans;
      const problems = await checkAgainstRules(browserDirectus(), settled);
      return Object.fromEntries(
        settled.map((plan, place) => [plan.creator_profile_id, problems[place] ?? []]),
      );
    },
    enabled: asked !== "[]",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return broken.data ?? {};
}
