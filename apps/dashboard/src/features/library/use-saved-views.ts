"use client";

import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  renameSavedView,
  type SavedView,
  type Viewer,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

const page = "media";
const viewsKey = ["saved-views", page] as const;

/** Her views of the library, and what changes them. */
export function useSavedViews(viewer: Viewer) {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: viewsKey });
  return {
    views: useQuery({
      queryKey: viewsKey,
      queryFn: () => listSavedViews(browserDirectus(), viewer, page),
    }),
    save: useMutation({
      mutationFn: (view: Omit<SavedView, "id">) => createSavedView(browserDirectus(), page, view),
      onSuccess,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        renameSavedView(browserDirectus(), id, name),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => deleteSavedView(browserDirectus(), id),
      onSuccess,
    }),
  };
}
