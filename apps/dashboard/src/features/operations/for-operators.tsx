"use client";

import { Activity } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Page } from "#features/shell/page.tsx";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** What everybody but an administrator finds here. */
export function ForOperators() {
  const { operations: text } = useMessages(operationsMessages);
  const { errors, titles } = useMessages();
  return (
    <Page title={titles.operations}>
      <EmptyState icon={Activity} title={text.notForYouTitle} text={text.notForYou}>
        <ButtonLink>
          <IntentLink href="/app">{errors.toHome}</IntentLink>
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
