"use client";

import { resetPassword } from "@genie/directus-client";
import { useState } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ChoosePasswordForm } from "./choose-password-form.tsx";
import { LetterPage } from "./letter-page.tsx";
import { useLetterLink } from "./use-letter-link.ts";

export function ResetPassword() {
  const { titles } = useMessages();
  const { account } = useMessages(accountMessages);
  const [done, setDone] = useState<string | null>(null);
  const link = useLetterLink(["reset"]);
  return (
    <LetterPage title={titles.resetPassword} link={link} again="/forgot-password" done={done}>
      {({ token, email }) => (
        <ChoosePasswordForm
          email={email}
          intro={account.resetIntro(email)}
          submitLabel={account.resetSubmit}
          onSubmit={({ password }) => resetPassword(browserDirectus(), { token, password })}
          onDone={() => setDone(account.resetDone)}
        />
      )}
    </LetterPage>
  );
}
