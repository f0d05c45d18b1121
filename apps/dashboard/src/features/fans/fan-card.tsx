"use client";

import type { Fan, Profile } from "@genie/directus-client";
import { NotebookPen } from "lucide-react";
import { Moment } from "#components/ui/moment.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FanNames } from "./fan-names.tsx";
import { FanStatus } from "./fan-status.tsx";
import { sayAmount } from "./fan-words.ts";
import { ScoreBar } from "./score-bar.tsx";

/** A fan on a phone. */
export function FanCard({ fan, profiles }: { fan: Fan; profiles: readonly Profile[] }) {
  const { fans: text } = useMessages(fansMessages);
  const accountName = useAccountName();
  return (
    <AddressLink
      to={{ fan: fan.id }}
      className="grid grid-cols-1 gap-2 rounded-card border border-line bg-card p-3 hover:border-control"
    >
      <span className="flex items-start justify-between gap-3">
        <span className="grid min-w-0">
          <FanNames fan={fan} />
          {profiles.length > 1 && (
            <span data-sensitive className="truncate text-ink-soft">
              {accountName(fan.account)}
            </span>
          )}
        </span>
        <ScoreBar score={fan.score} />
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <FanStatus fan={fan} />
        {fan.totalSpent !== null && (
          <span>
            {text.spentLabel}{" "}
            <span data-sensitive className="text-ink tabular-nums">
              {sayAmount(fan.totalSpent, fan, profiles)}
            </span>
          </span>
        )}
        {fan.lastInteraction !== null && (
          <span>
            {text.seenLabel} <Moment at={fan.lastInteraction} none={text.notShown} />
          </span>
        )}
        {fan.notes !== "" && (
          <>
            <NotebookPen aria-hidden className="size-4" />
            <span className="sr-only">{text.hasNotes}</span>
          </>
        )}
      </span>
    </AddressLink>
  );
}
