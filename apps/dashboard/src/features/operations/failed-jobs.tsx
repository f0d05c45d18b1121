"use client";

import { removeFailedJobs, retryFailedJobs } from "@genie/directus-client";
import type { QueuesAnswer } from "@genie/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { operationsKey } from "./use-operations.ts";

type FailedJob = QueuesAnswer["failed"][number];

/** What failed, latest first, by kind and id alone, with what can be done about it. */
export function FailedJobs({ failed, count }: { failed: readonly FailedJob[]; count: number }) {
  const { operations: text } = useMessages(operationsMessages);
  const { actions } = useMessages();
  // Here and not in the row, which goes when the list is read anew.
  const [asksFor, setAsksFor] = useState<string | null>(null);
  const remove = useChange(removeFailedJobs, text.removed);
  return (
    <section aria-labelledby="failed" className="grid grid-cols-1 gap-3">
      <h2 id="failed" className="text-base font-strong">
        {text.failed}
      </h2>
      {failed.length === 0 ? (
        <EmptyState icon={ListChecks} title={text.noneFailed} text={text.noneFailedText} />
      ) : (
        <ul className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card">
          {failed.map((job) => (
            <FailedRow key={job.id} job={job} onRemove={() => setAsksFor(job.id)} />
          ))}
        </ul>
      )}
      {failed.length < count && (
        <p className="text-ink-soft">{text.onlyLatest(failed.length, count)}</p>
      )}
      <ConfirmDialog
        open={asksFor !== null}
        onOpenChange={() => setAsksFor(null)}
        title={text.removeTitle}
        text={text.removeText}
        confirmLabel={text.remove}
        cancelLabel={actions.cancel}
        busy={remove.isPending}
        onConfirm={() =>
          asksFor !== null && remove.mutate([asksFor], { onSettled: () => setAsksFor(null) })
        }
      />
    </section>
  );
}

function FailedRow({ job, onRemove }: { job: FailedJob; onRemove: () => void }) {
  const { operations: text } = useMessages(operationsMessages);
  const retry = useChange(retryFailedJobs, text.retried);
  const kinds: Readonly<Record<string, string>> = text.kinds;
  const name = text.jobName(kinds[job.job_type] ?? job.job_type, job.id);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line p-4 first:border-t-0">
      <div className="grid min-w-48 flex-1 gap-1">
        <h3 className="font-strong wrap-anywhere">{name}</h3>
        <p className="text-sm text-ink-soft">
          {text.failedAt} <Moment at={job.failed_at} none={text.unknownTime} />
          {!job.may_retry && `. ${text.ownersDecide}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="secondary" size="small">
          <IntentLink
            href={`/admin/content/media_jobs/${job.id}`}
            aria-label={text.lookNamed(name)}
          >
            {text.look}
          </IntentLink>
        </ButtonLink>
        {job.may_retry && (
          <>
            <Button
              variant="secondary"
              size="small"
              aria-label={text.retryNamed(name)}
              busy={retry.isPending}
              onClick={() => retry.mutate([job.id])}
            >
              {text.retry}
            </Button>
            <Button
              variant="secondary"
              size="small"
              aria-label={text.removeNamed(name)}
              onClick={onRemove}
            >
              {text.remove}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Changes jobs that failed and looks anew; one that somebody else has seen to is said to be so. */
function useChange(change: typeof retryFailedJobs, done: string) {
  const { operations: text } = useMessages(operationsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => change(browserDirectus(), ids),
    onSuccess: (changed) => toast(changed === 0 ? text.nothingChanged : done),
    onError: (error) => toast(sentence(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationsKey }),
  });
}
