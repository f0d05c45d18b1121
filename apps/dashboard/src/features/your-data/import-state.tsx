"use client";

import type { Transfer } from "@genie/directus-client";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { isUnderWay } from "./use-transfers.ts";

/** How far an import is, or what it brought. */
export function ImportState({ transfer }: { transfer: Transfer }) {
  const { yourData } = useMessages(yourDataMessages);
  const words = yourData.import;
  if (isUnderWay(transfer)) {
    return (
      <div className="grid gap-2">
        <p className="flex flex-wrap justify-between gap-2">
          <span>{words.underWay}</span>
          <span className="text-ink-soft">{words.progress(transfer.progress)}</span>
        </p>
        <Progress value={transfer.progress} label={words.underWay} />
      </div>
    );
  }
  const { imported, completed_at: at, error } = transfer;
  if (error !== null) return <Notice>{error}</Notice>;
  if (imported === null) return null;
  return (
    <div className="grid gap-1">
      <p className="text-ink-soft">
        {words.last} <Moment at={at} none="" />:{" "}
        {words.amount(sum(imported.came_in), sum(imported.already_here), sum(imported.left_out))}
      </p>
      {imported.problems.length > 0 && (
        <details>
          <summary className="cursor-pointer">{words.problems}</summary>
          <ul className="grid list-disc gap-1 pt-2 pl-5 text-sm text-ink-soft">
            {imported.problems.map(({ collection, id, reason }) => (
              <li key={`${collection} ${id}`} className="wrap-anywhere">
                {collection} {id}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);
