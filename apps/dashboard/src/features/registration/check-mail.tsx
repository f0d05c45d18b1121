"use client";

import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { SendAgain } from "./send-again.tsx";

/** After a registration whose address is to be confirmed. */
export function CheckMail({ email, password }: { email: string; password: string }) {
  const { register } = useMessages(welcomeMessages);
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{register.checkMail}</h1>
      <div aria-live="polite" className="grid gap-2">
        <p className="wrap-anywhere">{register.letterSent(email)}</p>
        <p className="text-ink-soft">{register.noLetter}</p>
      </div>
      <SendAgain email={email} password={password} />
      <ButtonLink variant="secondary">
        <IntentLink href="/login">{register.toLogin}</IntentLink>
      </ButtonLink>
    </div>
  );
}
