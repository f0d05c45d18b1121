"use client";

import { confirmEmail } from "@genie/directus-client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { LetterPage } from "./letter-page.tsx";
import { useLetterLink } from "./use-letter-link.ts";

/** By a press of hers: programs that open every link of a letter confirm nothing. */
export function ConfirmEmail() {
  const { titles } = useMessages();
  const { account } = useMessages(accountMessages);
  const sentence = useSentence();
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const link = useLetterLink(["registration", "email"]);

  const confirm = async (token: string) => {
    setBusy(true);
    try {
      const outcome = await confirmEmail(browserDirectus(), token);
      if (outcome.kind !== "done") return setProblem(outcome.sentence);
      const { purpose, email } = outcome;
      setDone(purpose === "email" ? account.emailDone(email) : account.registrationDone);
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <LetterPage title={titles.confirmEmail} link={link} again="/login" done={done}>
      {({ token, email }) => (
        <>
          <p className="text-ink-soft wrap-anywhere">{account.confirmIntro(email)}</p>
          {problem !== null && <Notice>{problem}</Notice>}
          <Button variant="primary" busy={busy} onClick={() => void confirm(token)}>
            {account.confirmSubmit}
          </Button>
        </>
      )}
    </LetterPage>
  );
}
