"use client";

import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function ConnectFirst() {
  const { composer } = useMessages();
  return (
    <div className="grid justify-items-start gap-4">
      <p>{composer.noAccount}</p>
      <ButtonLink>
        <IntentLink href="/app/platforms">{composer.connect}</IntentLink>
      </ButtonLink>
    </div>
  );
}
