"use client";

import type { QueuesAnswer } from "@genie/schema";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { sayAge } from "./say-age.ts";

/** What a queue is called; posts of each platform have their own. */
function useQueueNames(): (queue: string) => string {
  const { operations: text } = useMessages(operationsMessages);
  const platforms = usePlatformNames();
  const names: Readonly<Record<string, string>> = text.queueNames;
  return (queue) => {
    const id = queue.replace(/^publish-/, "");
    if (id === queue) return names[queue] ?? queue;
    return text.postsQueue(platforms.find((platform) => platform.id === id)?.name ?? id);
  };
}

/** How much is in each queue. */
export function QueueTable({ queues }: Pick<QueuesAnswer, "queues">) {
  const { operations: text } = useMessages(operationsMessages);
  const nameOf = useQueueNames();
  return (
    <section aria-labelledby="queues" className="grid grid-cols-1 gap-3">
      <h2 id="queues" className="text-base font-strong">
        {text.queues}
      </h2>
      <div className="overflow-hidden rounded-card border border-line bg-card">
        <table className="w-full table-fixed text-sm">
          <thead className="text-ink-soft">
            <tr>
              <th scope="col" className="w-2/5 p-2 pl-4 text-left font-normal">
                {text.queue}
              </th>
              {[text.waiting, text.active, text.delayed].map((name) => (
                <th key={name} scope="col" className="p-2 text-right font-normal">
                  {name}
                </th>
              ))}
              <th scope="col" className="hidden p-2 pr-4 text-right font-normal sm:table-cell">
                {text.oldest}
              </th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ queue, waiting, active, delayed, oldest_waiting_ms: oldestMs }) => (
              <tr key={queue} className="border-t border-line">
                <th scope="row" className="p-2 pl-4 text-left font-strong wrap-anywhere">
                  {nameOf(queue)}
                  {oldestMs !== null && (
                    <span className="block text-sm font-normal text-ink-soft sm:hidden">
                      {text.oldest}: {sayAge(oldestMs, text)}
                    </span>
                  )}
                </th>
                {[waiting, active, delayed].map((count, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the columns never move
                  <td key={column} className="p-2 text-right tabular-nums">
                    {count}
                  </td>
                ))}
                <td className="hidden p-2 pr-4 text-right tabular-nums sm:table-cell">
                  {oldestMs === null ? text.nothingWaits : sayAge(oldestMs, text)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
