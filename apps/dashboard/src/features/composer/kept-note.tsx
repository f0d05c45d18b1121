"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeAgo } from "./describe-ago.ts";
import type { useOpenedDraft } from "./use-opened-draft.ts";

type KeptNoteProps = {
  opened: ReturnType<typeof useOpenedDraft>;
  /** Whether the post is a new one. */
  isNew: boolean;
  openedAt: Date;
  isSaving: boolean;
};

/** Says that a draft goes on from an earlier time, or from what was changed since, with the ways out of that. */
export function KeptNote({ opened, isNew, openedAt, isSaving }: KeptNoteProps) {
  const { keptDraft: text } = useMessages(composerMessages).composer;
  const button = (label: string, run: () => void) => (
    <Button variant="secondary" size="small" disabled={isSaving} onClick={run}>
      {label}
    </Button>
  );
  if (opened.isBehind) {
    return (
      <Note isWarning says={text.behind}>
        {button(text.seeAsItIs, opened.reopen)}
      </Note>
    );
  }
  if (opened.note === "earlier") {
    return (
      <Note isWarning says={text.changedSince}>
        {button(text.takeEarlier, opened.takeEarlier)}
        {button(text.dropEarlier, opened.dropEarlier)}
      </Note>
    );
  }
  if (opened.note === null) return null;
  const ago = describeAgo(new Date(opened.kept.changedAt), openedAt);
  return (
    <Note says={isNew ? text.begun(ago) : text.edited(ago)}>
      {button(isNew ? text.startAnew : text.dropChanges, opened.startAnew)}
    </Note>
  );
}

type NoteProps = { says: string; isWarning?: boolean; children: ReactNode };

function Note({ says, isWarning = false, children }: NoteProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line bg-page p-3">
      <p className={isWarning ? "text-warn" : "text-ink-soft"}>{says}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
