"use client";

import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Page } from "#features/shell/page.tsx";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function OperationsSkeleton() {
  const { operations } = useMessages(operationsMessages);
  const { loading, titles } = useMessages();
  return (
    <Page title={titles.operations} intro={operations.intro}>
      <RowsSkeleton label={loading.operations} />
    </Page>
  );
}
