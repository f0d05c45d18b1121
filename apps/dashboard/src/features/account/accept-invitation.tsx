"use client";

import { acceptInvitation } from "@genie/directus-client";
import { useState } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ChoosePasswordForm } from "./choose-password-form.tsx";
import { LetterPage } from "./letter-page.tsx";
import { useLetterLink } from "./use-letter-link.ts";

export function AcceptInvitation() {
  const { titles } = useMessages();
  const { account } = useMessages(accountMessages);
  const [done, setDone] = useState<string | null>(null);
  const link = useLetterLink(["invitation"]);
  return (
    <LetterPage title={titles.acceptInvitation} link={link} again="/forgot-password" done={done}>
      {({ token, email }) => (
        <ChoosePasswordForm
          email={email}
          intro={account.acceptIntro(email)}
          submitLabel={account.acceptSubmit}
          asksName
          onSubmit={(chosen) => acceptInvitation(browserDirectus(), { token, ...chosen })}
          onDone={() => setDone(account.acceptDone)}
        />
      )}
    </LetterPage>
  );
}
