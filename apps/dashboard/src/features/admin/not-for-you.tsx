"use client";

import { ShieldUser } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Page } from "#features/shell/page.tsx";
import { adminMessages } from "#messages/admin-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** What everybody but an administrator finds here. */
export function NotForYou() {
  const { admin } = useMessages(adminMessages);
  const { errors, titles } = useMessages();
  return (
    <Page title={titles.admin}>
      <EmptyState icon={ShieldUser} title={admin.notForYouTitle} text={admin.notForYou}>
        <ButtonLink>
          <IntentLink href="/app">{errors.toHome}</IntentLink>
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
