"use client";

import type { Fan, Profile } from "@genie/directus-client";
import { type FanScoreReason, scoreFan } from "@genie/schema";
import { useNow } from "#components/ui/use-now.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { sayAmount } from "./fan-words.ts";

type FanScoreProps = { fan: Fan; profiles: readonly Profile[] };

/** The score of this moment with the fact behind each part of it. */
export function FanScore({ fan, profiles }: FanScoreProps) {
  const { fans: all } = useMessages(fansMessages);
  const text = all.score;
  const { score, reasons } = scoreFan(fan, useNow());
  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 className="font-strong">
        {text.title} <span data-sensitive>{text.of100(score)}</span>
      </h3>
      <ul className="grid gap-3">
        {reasons.map((reason) => (
          <li key={reason.kind} className="grid gap-1">
            <p data-sensitive>{text.points(fact(reason), reason.points, reason.of)}</p>
            <span
              aria-hidden
              data-sensitive
              className="h-1.5 overflow-hidden rounded-control bg-sunken"
            >
              <span
                className="block h-full rounded-control bg-accent"
                style={{ width: `${(100 * reason.points) / reason.of}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      {fan.score !== null && fan.score !== score && (
        <p className="text-ink-soft">
          <span data-sensitive>{text.listed(fan.score)}</span>
        </p>
      )}
    </section>
  );

  function fact(reason: FanScoreReason): string {
    const { facts } = text;
    if (reason.kind === "spent") {
      return reason.amount === null
        ? facts.spentUnknown
        : facts.spent(sayAmount(reason.amount.toFixed(2), fan, profiles));
    }
    if (reason.kind === "recent") {
      return reason.days === null ? facts.seenUnknown : facts.seen(reason.days);
    }
    if (reason.kind === "length") {
      if (reason.days !== null) return facts.subscribed(reason.days);
      return fan.status === "expired" ? facts.subscriptionEnded : facts.subscribedUnknown;
    }
    return facts.status[reason.status];
  }
}
