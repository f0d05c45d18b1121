"use client";

import { IntentLink } from "#components/ui/intent-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function RegistrationClosed() {
  const { register } = useMessages(welcomeMessages);
  const { titles } = useMessages();
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{titles.register}</h1>
      <p className="text-ink-soft">{register.closed}</p>
      <ButtonLink variant="secondary">
        <IntentLink href="/login">{register.toLogin}</IntentLink>
      </ButtonLink>
    </div>
  );
}
