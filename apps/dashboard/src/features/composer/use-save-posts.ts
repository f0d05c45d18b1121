"use client";

import {
  createPosts,
  type Post,
  type PostPlan,
  type Profile,
  refusedAccount,
  updatePosts,
} from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toaster.tsx";
import { describeAhead } from "#features/calendar/describe-time.ts";
import { postsKey } from "#features/calendar/use-posts.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import { planPosts } from "./plan-posts.ts";

type Saving = { draft: ComposerDraft; status: PostPlan["status"] };
type SavePostsOptions = {
  /** Those that are edited; none when the posts are new. */
  posts: readonly Post[];
  profiles: readonly Profile[];
  zone: string;
  onSaved: () => void;
};

/**
 * Saves the posts of a draft, or schedules them: all or none. The gate has the last word, and its sentence is
 * in the error.
 */
export function useSavePosts({ posts, profiles, zone, onSaved }: SavePostsOptions) {
  const { composer } = useMessages(composerMessages);
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: async ({ draft, status }: Saving) => {
      const plans = planPosts(draft, profiles, { zone, status });
      if (posts.length === 0) return createPosts(browserDirectus(), plans);
      const changes = changesOf(posts, plans);
      await updatePosts(browserDirectus(), changes);
      return changes.map(({ id }) => id);
    },
    onSuccess: async ([id = ""], { draft, status }) => {
      await queryClient.invalidateQueries({ queryKey: postsKey });
      onSaved();
      const plans = planPosts(draft, profiles, { zone, status });
      // Editing began at the post, which is shown again.
      const show = { label: composer.show, run: () => router.push(`/app/calendar?post=${id}`) };
      toast(sentenceOf(plans), posts.length === 0 ? show : undefined);
    },
  });

  function sentenceOf(plans: readonly PostPlan[]): string {
    const [first] = plans;
    const isSeveral = plans.length > 1;
    if (!first || first.status === "draft" || first.scheduledFor === null) {
      return isSeveral ? composer.draftsSaved(plans.length) : composer.draftSaved;
    }
    const when = describeAhead(new Date(first.scheduledFor), new Date(), zone);
    return isSeveral ? composer.scheduledSeveral(plans.length, when) : composer.scheduled(when);
  }
}

/** The sentence for posts that were not saved, with the account that it is about where there are several. */
export function useRefusal(accounts: readonly DraftAccount[]): (error: unknown) => string {
  const { composer } = useMessages(composerMessages);
  const sentence = useSentence();
  return (error) => {
    const about = accounts.find(({ id }) => id === refusedAccount(error));
    if (about === undefined || accounts.length === 1) return sentence(error);
    return composer.refusedFor(about.label, sentence(error));
  };
}

/** A post alone may go to another account; of several, each stays with its own. */
function changesOf(posts: readonly Post[], plans: readonly PostPlan[]) {
  return posts.flatMap(({ id, account }) => {
    const plan =
      posts.length === 1 ? plans[0] : plans.find(({ profileId }) => profileId === account.id);
    return plan === undefined ? [] : [{ id, plan }];
  });
}
