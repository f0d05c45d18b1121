"use client";

import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function ConnectFirst() {
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  return (
    <div className="grid justify-items-start gap-4">
      <p>{composer.noAccount}</p>
      <ButtonLink>
        <IntentLink href="/app/platforms">{actions.connectPlatform}</IntentLink>
      </ButtonLink>
    </div>
  );
}
