"use client";

import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** A score of 100 as a number, with a bar to compare by. */
export function ScoreBar({ score }: { score: number | null }) {
  const { fans: text } = useMessages(fansMessages);
  if (score === null) return <span className="text-ink-soft">{text.noScore}</span>;
  return (
    <span data-sensitive className="inline-flex items-center gap-2">
      <span className="w-7 text-right font-strong tabular-nums">{score}</span>
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-control bg-sunken">
        <span
          className="block h-full rounded-control bg-accent"
          style={{ width: `${Math.min(100, Math.max(0, score))}%` }}
        />
      </span>
    </span>
  );
}
