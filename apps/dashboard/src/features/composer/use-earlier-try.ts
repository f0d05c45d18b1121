"use client";

import { readPostsOfKey } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftStore } from "./draft-store.ts";

/**
 * Whether it is known what came of an earlier try to hand in the new post that waits at a place: the page was closed, or the
 * connection lost, before the answer. What arrived waits no longer, and she is told. Where nobody can say, the next try has
 * the same key.
 */
export function useEarlierTry(drafts: DraftStore, place: string): boolean {
  const { keptDraft: text, show } = useMessages(composerMessages).composer;
  const toast = useToast();
  const router = useRouter();
  const [key] = useState(() =>
    drafts.saveOf(place).kind === "saving" ? null : (drafts.open(place)?.handedIn?.key ?? null),
  );
  const { data: found, isPending } = useQuery({
    queryKey: ["handed-in", key],
    queryFn: async () => {
      const [post] = key === null ? [] : await readPostsOfKey(browserDirectus(), key);
      if (key === null || post === undefined) return null;
      return { id: post.id, isMore: drafts.arrived(place, key) };
    },
    enabled: key !== null,
    gcTime: 0,
  });
  useEffect(() => {
    if (!found) return;
    toast(found.isMore ? text.hadArrivedBefore : text.hadArrived, {
      label: show,
      run: () => router.push(`/app/calendar?post=${found.id}`),
    });
  }, [found, router, show, text, toast]);
  return key === null || !isPending;
}
