"use client";

import {
  createPosts,
  newId,
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
import { useAddress } from "#features/shell/use-address.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import { addressParts, placeOf } from "./draft-place.ts";
import type { DraftStore, KeptDraft } from "./draft-store.ts";
import { planPosts } from "./plan-posts.ts";
import { useReschedule } from "./use-reschedule.ts";

type Saving = {
  /** The same for every try: what an earlier one has made is not made again. */
  key: string;
  draft: ComposerDraft;
  status: PostPlan["status"];
  /** Those that are edited, as they are before. */
  before: readonly Post[];
  /** What opens it again. */
  address: Record<string, string | null>;
};
type SavePostsOptions = {
  drafts: DraftStore;
  place: string;
  /** Those that are edited; none when the posts are new. */
  posts: readonly Post[];
  profiles: readonly Profile[];
  zone: string;
  /** Called only while the draft is still open. */
  onSaved: () => void;
};

/**
 * Saves the posts of a draft, or schedules them: all or none, and one save at a time, also when the composer was closed
 * meanwhile. The gate has the last word, and its sentence is in the error.
 */
export function useSavePosts(options: SavePostsOptions) {
  const { drafts, place, posts, profiles, zone, onSaved } = options;
  const { composer } = useMessages(composerMessages);
  const queryClient = useQueryClient();
  const router = useRouter();
  const sentence = useSentence();
  const toast = useToast();
  const address = useAddress();
  const reschedule = useReschedule();
  const save = useMutation({
    mutationFn: async ({ key, draft, status, before }: Saving) => {
      const plans = planPosts(draft, profiles, { zone, status });
      if (before.length === 0) return createPosts(browserDirectus(), plans, { key });
      const changes = changesOf(before, plans);
      await updatePosts(browserDirectus(), changes);
      return changes.map(({ id }) => id);
    },
    onSuccess: async ([id = ""], { draft, status, before }) => {
      drafts.saved(place);
      await queryClient.invalidateQueries({ queryKey: postsKey });
      // Who went elsewhere, or opened it anew, stays where she is.
      if (isShown(place) && drafts.saveOf(place).kind === "saved") onSaved();
      const plans = planPosts(draft, profiles, { zone, status });
      const planned = status === "draft" ? before.filter(isPlanned) : [];
      if (planned.length > 0) {
        const changes = changesOf(before, plans);
        const undo = () => reschedule.mutate({ before: planned, changes });
        toast(composer.unscheduled(planned.length), { label: composer.undo, run: undo });
        return;
      }
      // Editing began at the post, which is shown again.
      const show = { label: composer.show, run: () => router.push(`/app/calendar?post=${id}`) };
      toast(sentenceOf(plans), before.length === 0 ? show : undefined);
    },
    onError: (error, saving) => {
      drafts.failed(place, error);
      if (isShown(place)) return;
      const open = { label: composer.open, run: () => address.go(saving.address) };
      toast(composer.notSaved(sentence(error)), open);
    },
  });
  return (kept: KeptDraft, draft: ComposerDraft, status: PostPlan["status"]) => {
    const shown = new URLSearchParams(window.location.search);
    const opening = Object.fromEntries(addressParts.map((name) => [name, shown.get(name)]));
    const key = kept.handedIn?.key ?? newId();
    if (!drafts.beginSave(place, kept, { key, status })) return;
    save.mutate({ key, draft, status, before: posts, address: opening });
  };

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

/** Whether a post goes out by itself as it is. */
export function isPlanned({ status }: Post): boolean {
  return status === "pending" || status === "publishing";
}

/** Whether the page shows this draft now, however long ago whoever asks was rendered. */
function isShown(place: string): boolean {
  return placeOf(new URLSearchParams(window.location.search)) === place;
}

/** A post alone may go to another account; of several, each stays with its own. */
function changesOf(posts: readonly Post[], plans: readonly PostPlan[]) {
  return posts.flatMap(({ id, account }) => {
    const plan =
      posts.length === 1 ? plans[0] : plans.find(({ profileId }) => profileId === account.id);
    return plan === undefined ? [] : [{ id, plan }];
  });
}
