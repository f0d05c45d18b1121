"use client";

import { Button, ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { SendAgain } from "./send-again.tsx";

type CheckMailProps = {
  email: string;
  password: string;
  /** She wants to give another address. */
  onAnother: () => void;
};

/** After a registration whose address is to be confirmed. */
export function CheckMail({ email, password, onAnother }: CheckMailProps) {
  const { register, registration } = useMessages(welcomeMessages);
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{register.checkMail}</h1>
      <div aria-live="polite" className="grid gap-2">
        <p className="wrap-anywhere">{register.letterSent(email)}</p>
        <p className="text-ink-soft">{register.noLetter}</p>
      </div>
      <SendAgain email={email} password={password} />
      <Button variant="secondary" className="justify-self-start" onClick={onAnother}>
        {registration.anotherEmail}
      </Button>
      <ButtonLink variant="secondary">
        <IntentLink href="/login">{register.toLogin}</IntentLink>
      </ButtonLink>
    </div>
  );
}
