"use client";

import { useState, useSyncExternalStore } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftStore, KeptDraft } from "./draft-store.ts";
import { type OpenedDraft, takeEarlier } from "./open-draft.ts";
import type { WrittenDraft } from "./written-draft.ts";

type OpenedDraftOptions = {
  drafts: DraftStore;
  place: string;
  /** What it is begun from: when that changes before she has touched anything, it is opened anew. */
  version: string;
  begin: (kept: KeptDraft | null) => OpenedDraft;
};

/** The draft of a place while it is open, and ways to another one there, each with an undo. */
export function useOpenedDraft({ drafts, place, version, begin }: OpenedDraftOptions) {
  const { keptDraft: text, undo } = useMessages(composerMessages).composer;
  const toast = useToast();
  const save = useSyncExternalStore(drafts.subscribe, () => drafts.saveOf(place));
  const isResting = save.kind === "idle" || save.kind === "failed";
  const opening = (kept: KeptDraft | null) => ({ ...begin(kept), version, isTouched: false });
  const [opened, setOpened] = useState(() => ({
    ...opening(drafts.open(place)),
    turn: 0,
    /** Whether she asked for what is there now. */
    isHers: false,
  }));
  const reopen = (isHers = true) =>
    setOpened(({ turn }) => ({ ...opening(drafts.read(place)), turn: turn + 1, isHers }));
  const isOther = opened.version !== version;
  if (isOther && isResting && !opened.isTouched) reopen(false);

  /** What is kept of what is open: what was opened, or what became of it. */
  const current = () => {
    const stored = drafts.read(place);
    return stored?.id === opened.kept.id ? stored : null;
  };
  const put = (kept: KeptDraft | null, said: string) => {
    const before = drafts.replace(place, kept);
    reopen();
    toast(said, { label: undo, run: () => put(before, text.isBack) });
  };
  return {
    ...opened,
    save,
    /** Whether the posts were changed elsewhere while she was writing. */
    isBehind: isOther && isResting && opened.isTouched,
    keep: (draft: WrittenDraft) => {
      drafts.keep(place, { ...opened.kept, ...current(), draft });
      if (!opened.isTouched) setOpened({ ...opened, isTouched: true });
    },
    current: () => current() ?? opened.kept,
    reopen: () => reopen(),
    startAnew: () => put(null, text.isGone),
    takeEarlier: () => put(takeEarlier(current() ?? opened.kept), text.isTaken),
    dropEarlier: () => {
      const stored = current();
      put(stored === null ? null : { ...stored, earlier: null }, text.earlierIsGone);
    },
  };
}
