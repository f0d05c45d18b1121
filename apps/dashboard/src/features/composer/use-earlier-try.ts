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
  const [key, setKey] = useState(() =>
    drafts.saveOf(place).kind === "saving" ? null : (drafts.open(place)?.handedIn?.key ?? null),
  );
  const asked = useQuery({
    queryKey: ["handed-in", key],
    queryFn: () => readPostsOfKey(browserDirectus(), key ?? ""),
    enabled: key !== null,
    gcTime: 0,
  });
  const id = asked.data?.[0]?.id;
  useEffect(() => {
    if (key === null || id === undefined) return;
    const isMore = drafts.arrived(place, key);
    toast(isMore ? text.hadArrivedBefore : text.hadArrived, {
      label: show,
      run: () => router.push(`/app/calendar?post=${id}`),
    });
    setKey(null);
  }, [drafts, id, key, place, router, show, text, toast]);
  return key === null || asked.isError || (asked.isSuccess && id === undefined);
}
