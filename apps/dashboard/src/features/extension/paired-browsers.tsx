"use client";

import { type PairedBrowser, revokePairing } from "@genie/directus-client";
import { useMutation, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { TokenListSkeleton } from "#features/settings/token-list-skeleton.tsx";
import { extensionMessages } from "#messages/extension-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type PairedBrowsersProps = { list: UseQueryResult<PairedBrowser[]>; onRevoked: () => void };

/** The browsers that may hand sessions over, and how to end that. */
export function PairedBrowsers({ list, onRevoked }: PairedBrowsersProps) {
  const { actions } = useMessages();
  const { extension: text } = useMessages(extensionMessages);
  const [asked, setAsked] = useState<PairedBrowser | null>(null);
  const toast = useToast();
  const sentence = useSentence();
  const revoke = useMutation({
    mutationFn: ({ id }: PairedBrowser) => revokePairing(browserDirectus(), id),
    onSuccess: (_nothing, { name }) => {
      setAsked(null);
      toast(text.revoked(name));
      onRevoked();
    },
  });
  return (
    <Card className="grid grid-cols-1 gap-5">
      <CardTitle>{text.listTitle}</CardTitle>
      {list.isPending && <TokenListSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[list]} />
      {list.data && list.data.length === 0 && <p className="text-ink-soft">{text.empty}</p>}
      {list.data && list.data.length > 0 && (
        <ul aria-label={text.listTitle} className="grid">
          {list.data.map((browser) => (
            <BrowserRow
              key={browser.id}
              browser={browser}
              onRevoke={() => {
                revoke.reset();
                setAsked(browser);
              }}
            />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        title={text.revokeTitle(asked?.name ?? "")}
        text={text.revokeText}
        confirmLabel={text.revoke}
        cancelLabel={actions.cancel}
        busy={revoke.isPending}
        onConfirm={() => {
          if (asked !== null) revoke.mutate(asked);
        }}
      >
        {revoke.isError && <Notice>{sentence(revoke.error)}</Notice>}
      </ConfirmDialog>
    </Card>
  );
}

type BrowserRowProps = { browser: PairedBrowser; onRevoke: () => void };

function BrowserRow({ browser: { name, lastSeenAt, pairedUntil }, onRevoke }: BrowserRowProps) {
  const { extension: text } = useMessages(extensionMessages);
  const facts = [
    [text.lastSeen, lastSeenAt],
    [text.pairedUntil, pairedUntil],
  ] as const;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 last:pb-0">
      <div className="grid min-w-48 flex-1 gap-2">
        <p className="font-strong wrap-anywhere">{name}</p>
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {facts.map(([label, at]) => (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-soft">{label}</dt>
              <dd>
                <Moment at={at} none={text.never} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Button variant="danger" size="small" aria-label={text.revokeNamed(name)} onClick={onRevoke}>
        {text.revoke}
      </Button>
    </li>
  );
}
