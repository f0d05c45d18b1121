"use client";

import {
  createMediaPreset,
  deleteMediaPreset,
  listMediaPresets,
  type MediaPreset,
  type MediaPresetPlan,
  overwriteMediaPreset,
  renameMediaPreset,
  setDefaultPreset,
  type Viewer,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const presetsKey = ["media-presets"] as const;

/** Her presets for work on media, by kind and name. */
export function usePresets(viewer: Viewer) {
  return useQuery({
    queryKey: presetsKey,
    queryFn: () => listMediaPresets(browserDirectus(), viewer),
  });
}

/** Keeps a preset, or puts other options into one; answers its id. */
export function useSavePreset() {
  const { mediaWork } = useMessages(mediaWorkMessages);
  const toast = useToast();
  const reload = useReload();
  return useMutation({
    mutationFn: async ({ id, ...plan }: MediaPresetPlan & { id: string | null }) => {
      if (id === null) return createMediaPreset(browserDirectus(), plan);
      await overwriteMediaPreset(browserDirectus(), id, plan.options);
      return id;
    },
    onSuccess: async (_id, { name }) => {
      await reload();
      toast(mediaWork.presets.saved(name));
    },
  });
}

/** Calls a preset something else. */
export function useRenamePreset({ onRenamed }: { onRenamed: () => void }) {
  const { mediaWork } = useMessages(mediaWorkMessages);
  const toast = useToast();
  const reload = useReload();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      renameMediaPreset(browserDirectus(), id, name),
    onSuccess: async (_nothing, { name }) => {
      await reload();
      onRenamed();
      toast(mediaWork.presets.saved(name));
    },
  });
}

/** Chooses the preset that work starts from, and deletes presets with an undo. */
export function useChangePresets() {
  const { mediaWork } = useMessages(mediaWorkMessages);
  const { presets: text } = mediaWork;
  const toast = useToast();
  const sentence = useSentence();
  const reload = useReload();
  const onError = (error: unknown) => toast(sentence(error));
  const chooseDefault = useMutation({
    mutationFn: ({ id, isDefault }: MediaPreset) =>
      setDefaultPreset(browserDirectus(), id, !isDefault),
    onError,
    onSettled: reload,
  });
  const restore = useMutation({
    mutationFn: async (preset: MediaPreset) => {
      const id = await createMediaPreset(browserDirectus(), preset);
      if (preset.isDefault) await setDefaultPreset(browserDirectus(), id, true);
    },
    onSuccess: (_nothing, { name }) => toast(text.restored(name)),
    onError,
    onSettled: reload,
  });
  const remove = useMutation({
    mutationFn: ({ id }: MediaPreset) => deleteMediaPreset(browserDirectus(), id),
    onSuccess: (_nothing, preset) =>
      toast(text.deleted(preset.name), { label: text.undo, run: () => restore.mutate(preset) }),
    onError,
    onSettled: reload,
  });
  return { chooseDefault, remove };
}

function useReload() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: presetsKey });
}
