"use client";

import { holdName, holdOf } from "#features/pauses/holds.ts";
import { useKnownHolds } from "#features/pauses/holds-provider.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftAccount } from "./draft-accounts.ts";

type HoldNotesProps = { accounts: readonly DraftAccount[]; at: Date; now: Date };

/** What keeps posts back that are planned for then. */
export function HoldNotes({ accounts, at, now }: HoldNotesProps) {
  const { composer } = useMessages(composerMessages);
  const { pauses } = useMessages(pausesMessages);
  const known = useKnownHolds();
  const notes = accounts.flatMap(({ profile, platform, label }) => {
    const hold = holdOf({ account: profile, scheduledFor: at.toISOString() }, now, known);
    if (hold === null) return [];
    const note = pauses.willWait(holdName(hold, platform?.name ?? "", pauses));
    return accounts.length > 1 ? composer.refusedFor(label, note) : note;
  });
  return notes.map((note) => (
    <p key={note} className="-mt-3 text-warn">
      {note}
    </p>
  ));
}
