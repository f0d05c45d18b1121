"use client";

import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Who helps where no letter goes out. */
export function NoMail() {
  const { titles } = useMessages();
  const { account } = useMessages(accountMessages);
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{titles.forgotPassword}</h1>
      <p>{account.noMail}</p>
      <div className="grid gap-1.5 text-sm text-ink-soft">
        <p>{account.noMailForOperators}</p>
        <code className="rounded-control bg-sunken px-3 py-2 wrap-anywhere text-ink">
          npm run genie -- users password name@example.com
        </code>
      </div>
      <ButtonLink variant="secondary">
        <IntentLink href="/login">{account.backToLogin}</IntentLink>
      </ButtonLink>
    </div>
  );
}
