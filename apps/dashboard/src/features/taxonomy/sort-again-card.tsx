"use client";

import { RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useSortAgain, useSorted } from "./use-sorted.ts";

/** How much of her library is sorted, and sorting it again. */
export function SortAgainCard() {
  const { ownTags } = useMessages(ownTagsMessages);
  const { sort: text } = ownTags;
  const status = useSorted();
  const sortAgain = useSortAgain();
  const { total = 0, due = 0, outdated = 0 } = status.data ?? {};
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <CardTitle>{text.title}</CardTitle>
        <p className="max-w-prose text-ink-soft">{text.intro}</p>
      </div>
      {status.isPending && (
        <output aria-label={text.loading} className="grid gap-3">
          <Skeleton className="h-5 w-56 max-w-full" />
          <Skeleton className="h-1.5 w-full" />
        </output>
      )}
      <LoadProblem what={text.loadFailed} of={[status]} />
      {status.data && (
        <>
          <div className="grid gap-3">
            <p aria-live="polite">
              {total === 0
                ? text.none
                : due === 0
                  ? text.allSorted(total)
                  : text.underWay(total - due, total)}
            </p>
            {total > 0 && <Progress value={(100 * (total - due)) / total} label={text.progress} />}
            {outdated > 0 && due === 0 && (
              <p className="text-ink-soft">{text.outdated(outdated)}</p>
            )}
          </div>
          {total > 0 && (
            <div className="flex flex-wrap gap-2">
              {outdated > 0 && outdated < total && due === 0 && (
                <Button
                  variant="secondary"
                  busy={sortAgain.isPending}
                  onClick={() => sortAgain.mutate(true)}
                >
                  {text.againOutdated(outdated)}
                </Button>
              )}
              <Button
                variant="secondary"
                busy={sortAgain.isPending}
                disabled={due > 0}
                onClick={() => sortAgain.mutate(false)}
              >
                <RotateCw aria-hidden />
                {text.again}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
