"use client";

import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { LetterLink } from "./use-letter-link.ts";

type LetterPageProps = {
  title: string;
  link: LetterLink;
  /** Where another letter is asked for. */
  again: string;
  /** Said once it is done, instead of what there was to do. */
  done: string | null;
  children: (link: Extract<LetterLink, { state: "good" }>) => ReactNode;
};

/** A page that a letter leads to: what its link opens, or that it is over. */
export function LetterPage({ title, link, again, done, children }: LetterPageProps) {
  const { account } = useMessages(accountMessages);
  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{title}</h1>
      {done !== null ? <Done sentence={done} /> : null}
      {done === null && link.state === "looking" && (
        <p aria-live="polite" className="text-ink-soft">
          {account.looking}
        </p>
      )}
      {done === null && link.state === "failed" && <Notice>{link.sentence}</Notice>}
      {done === null && link.state === "over" && (
        <>
          <Notice>{account.linkOver}</Notice>
          <ButtonLink variant="secondary">
            <IntentLink href={again}>{account.askAgain}</IntentLink>
          </ButtonLink>
        </>
      )}
      {done === null && link.state === "good" && children(link)}
    </div>
  );
}

function Done({ sentence }: { sentence: string }) {
  const { account } = useMessages(accountMessages);
  return (
    <>
      <p aria-live="polite">{sentence}</p>
      <ButtonLink>
        <IntentLink href="/login">{account.toLogin}</IntentLink>
      </ButtonLink>
    </>
  );
}
