"use client";

import type { JobBatch, Viewer } from "@genie/directus-client";
import { RotateCw, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Moment } from "#components/ui/moment.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { BatchCopies } from "./batch-copies.tsx";
import { BatchFailures } from "./batch-failures.tsx";
import { batchState } from "./batch-state.ts";
import { describeTimeLeft } from "./describe-job.ts";
import { jobStates } from "./job-states.ts";
import { kindIcons, stateLooks } from "./job-looks.ts";
import { timeLeftMs } from "./time-left.ts";
import { useChangeBatch } from "./use-batches.ts";

/** Work on several entries as one: how far it is, what failed of it, what came out. */
export function BatchRow({ batch, viewer }: { batch: JobBatch; viewer: Viewer }) {
  const { jobs: text } = useMessages(jobsMessages);
  const { cancel, retry } = useChangeBatch(viewer, batch);
  const state = batchState(batch);
  const isUnfinished = batch.waiting + batch.running > 0;
  const title = text.kinds[batch.kind](text.entries(batch.total));
  const KindIcon = kindIcons[batch.kind];
  const { icon: StateIcon, className } = stateLooks[jobStates[state]];
  return (
    <li className="grid grid-cols-1 gap-3 border-t border-line p-4 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-control bg-sunken text-ink-soft">
          <KindIcon aria-hidden className="size-5" />
        </span>
        <div className="grid min-w-48 flex-1 gap-1">
          <h3 className="font-strong wrap-anywhere">{title}</h3>
          <p className={cn("flex items-start gap-1.5", className)}>
            <StateIcon aria-hidden className="mt-0.5 size-4 shrink-0" />
            <BatchStory batch={batch} />
          </p>
          {isUnfinished && <Progress value={batch.progress} label={title} />}
        </div>
        <div className="flex flex-wrap gap-2 empty:hidden">
          {batch.failed > 0 && (
            <Button
              variant="secondary"
              size="small"
              aria-label={text.named(text.retryFailed(batch.failed), title)}
              busy={retry.isPending}
              onClick={() => retry.mutate()}
            >
              <RotateCw aria-hidden />
              {text.retryFailed(batch.failed)}
            </Button>
          )}
          {isUnfinished && (
            <Button
              variant="secondary"
              size="small"
              aria-label={text.callOffNamed(title)}
              busy={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              <X aria-hidden />
              {text.callOff}
            </Button>
          )}
        </div>
      </div>
      {batch.failed > 0 && <BatchFailures batch={batch} viewer={viewer} />}
      {batch.done > 0 && <BatchCopies batch={batch} viewer={viewer} title={title} />}
    </li>
  );
}

function BatchStory({ batch }: { batch: JobBatch }) {
  const messages = useMessages(jobsMessages);
  const { jobs: text } = messages;
  const { waiting, running, done, failed, cancelled, total } = batch;
  const isUnfinished = waiting + running > 0;
  const now = useNow(isUnfinished ? 1_000 : 60_000);
  const leftMs = isUnfinished ? timeLeftMs(batch, now) : null;
  const said = [
    ...(batchState(batch) === "waiting" ? [text.waiting] : [text.doneOf(done, total)]),
    ...(failed > 0 ? [text.countFailed(failed)] : []),
    ...(cancelled > 0 ? [text.countCancelled(cancelled)] : []),
    ...(leftMs === null ? [] : [text.left(describeTimeLeft(leftMs, messages))]),
  ];
  return (
    <span>
      {said.join(", ")}
      {!isUnfinished && batch.completedAt !== null && (
        <span className="text-ink-soft">
          {" · "}
          <Moment at={batch.completedAt} none="" />
        </span>
      )}
    </span>
  );
}
