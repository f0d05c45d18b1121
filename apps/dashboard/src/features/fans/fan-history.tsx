"use client";

import type { Fan, FanSnapshot, Profile } from "@genie/directus-client";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { SparkLine } from "#features/home/spark-line.tsx";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { sayAmount } from "./fan-words.ts";
import { useFanHistory } from "./use-fans.ts";

/** How somebody stood whenever a reading found something new, and the score as a line. */
export function FanHistory({ fan, profiles }: { fan: Fan; profiles: readonly Profile[] }) {
  const { fans: all } = useMessages(fansMessages);
  const text = all.history;
  const history = useFanHistory(fan.id);
  const points = (history.data ?? []).flatMap(({ takenAt, score }) =>
    score === null ? [] : [{ at: Date.parse(takenAt), value: score }],
  );
  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 className="font-strong">{text.title}</h3>
      {history.isPending && <Skeleton className="h-20 w-full" />}
      <LoadProblem what={text.loadFailed} of={[history]} />
      {history.data?.length === 0 && <p className="text-ink-soft">{text.empty}</p>}
      {points.length > 1 && (
        <div data-sensitive>
          <SparkLine points={points} label={text.line} />
        </div>
      )}
      <ol className="grid gap-2 empty:hidden">
        {history.data?.toReversed().map((snapshot) => (
          <li key={snapshot.takenAt} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
            <span className="text-ink-soft">
              <Moment at={snapshot.takenAt} none="" />
            </span>
            <span data-sensitive className="wrap-anywhere">
              {describe(snapshot)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );

  function describe({ status, tier, totalSpent, score }: FanSnapshot): string {
    return [
      all.statuses[status],
      tier,
      totalSpent !== null && text.spent(sayAmount(totalSpent, fan, profiles)),
      score !== null && text.score(score),
    ]
      .filter((part) => typeof part === "string" && part !== "")
      .join(", ");
  }
}
