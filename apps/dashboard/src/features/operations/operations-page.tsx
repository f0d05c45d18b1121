"use client";

import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FailedJobs } from "./failed-jobs.tsx";
import { QueueTable } from "./queue-table.tsx";
import { ServiceList } from "./service-list.tsx";
import { useQueues, useReadiness } from "./use-operations.ts";

/** For administrators: services, queues and what failed. */
export function OperationsPage() {
  const { operations: text } = useMessages(operationsMessages);
  const { loading, titles } = useMessages();
  const queues = useQueues();
  const readiness = useReadiness();
  const isPending = queues.isPending || readiness.isPending;
  return (
    <Page title={titles.operations} intro={text.intro}>
      {isPending && <RowsSkeleton label={loading.operations} />}
      <LoadProblem what={text.servicesFailed} of={[readiness]} />
      {readiness.data && <ServiceList readiness={readiness.data} />}
      <LoadProblem what={text.loadFailed} of={[queues]} />
      {queues.data && <QueueTable queues={queues.data.queues} />}
      {queues.data && <FailedJobs failed={queues.data.failed} count={queues.data.failed_count} />}
    </Page>
  );
}
