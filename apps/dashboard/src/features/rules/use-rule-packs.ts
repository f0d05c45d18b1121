"use client";

import {
  createRulePacks,
  deleteRulePack,
  listRulePacks,
  listWaitingAgainst,
  type RulePack,
  type RulePackPlan,
  switchRulePack,
  updateRulePack,
  type Viewer,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { postsKey } from "#features/calendar/use-posts.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const packsKey = ["rule-packs"] as const;

/** Her packs, by their names. */
export function useRulePacks(viewer: Viewer) {
  return useQuery({
    queryKey: [...packsKey, "list"],
    queryFn: () => listRulePacks(browserDirectus(), viewer),
  });
}

/** The posts that wait and won't go out because of a pack. */
export function useWaitingAgainst(pack: RulePack) {
  return useQuery({
    // Under the posts too: what changes one of them invalidates it.
    queryKey: [...postsKey, "against", pack.id, pack.rules, pack.scope],
    queryFn: () => listWaitingAgainst(browserDirectus(), pack.id),
    enabled: pack.isEnabled,
  });
}

/** Makes a pack, or replaces what one says. */
export function useSavePack({ id, onSaved }: { id: string | null; onSaved: () => void }) {
  const { rules: text } = useMessages(rulesMessages);
  const reload = useReload();
  const toast = useToast();
  return useMutation({
    mutationFn: async (plan: RulePackPlan) =>
      id === null
        ? createRulePacks(browserDirectus(), [plan])
        : updateRulePack(browserDirectus(), id, plan),
    onSuccess: async (_nothing, plan) => {
      await reload();
      onSaved();
      toast(text.saved(plan.name));
    },
  });
}

/** Switches packs on and off, and deletes them with an undo. */
export function useChangePacks() {
  const { rules: text } = useMessages(rulesMessages);
  const reload = useReload();
  const sentence = useSentence();
  const toast = useToast();
  const onError = (error: unknown) => toast(sentence(error));
  const switchPack = useMutation({
    mutationFn: ({ id, isEnabled }: RulePack) => switchRulePack(browserDirectus(), id, !isEnabled),
    onSuccess: (_nothing, { name, isEnabled }) =>
      toast(isEnabled ? text.switchedOff(name) : text.switchedOn(name)),
    onError,
    onSettled: reload,
  });
  const restore = useMutation({
    mutationFn: ({ id: _id, ...plan }: RulePack) => createRulePacks(browserDirectus(), [plan]),
    onSuccess: (_nothing, { name }) => toast(text.restored(name)),
    onError,
    onSettled: reload,
  });
  const remove = useMutation({
    mutationFn: ({ id }: RulePack) => deleteRulePack(browserDirectus(), id),
    onSuccess: (_nothing, pack) =>
      toast(text.deleted(pack.name), { label: text.undo, run: () => restore.mutate(pack) }),
    onError,
    onSettled: reload,
  });
  return { switchPack, remove };
}

/** Makes all packs of a file, or none. */
export function useImportPacks() {
  const { rules: text } = useMessages(rulesMessages);
  const reload = useReload();
  const toast = useToast();
  return useMutation({
    mutationFn: (packs: readonly RulePackPlan[]) => createRulePacks(browserDirectus(), packs),
    onSuccess: async (_nothing, packs) => {
      await reload();
      toast(text.importing.done(packs.length));
    },
  });
}

function useReload() {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: packsKey }),
      queryClient.invalidateQueries({ queryKey: [...postsKey, "against"] }),
    ]);
  };
}
