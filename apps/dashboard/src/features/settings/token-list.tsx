"use client";

import { type ApiToken, revokeApiToken } from "@genie/directus-client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type TokenListProps = { tokens: ApiToken[]; onRevoked: () => void };

/** A table; on a phone each row is a block with its own labels. */
export function TokenList({ tokens, onRevoked }: TokenListProps) {
  const { actions } = useMessages();
  const { tokens: text } = useMessages(settingsMessages);
  const [asked, setAsked] = useState<ApiToken | null>(null);
  const toast = useToast();
  const sentence = useSentence();
  const revoke = useMutation({
    mutationFn: (token: ApiToken) => revokeApiToken(browserDirectus(), token.id),
    onSuccess: (_nothing, token) => {
      setAsked(null);
      toast(text.revoked(token.name));
      onRevoked();
    },
  });
  return (
    <>
      <ul aria-label={text.listLabel} className="grid">
        {tokens.map((token) => (
          <TokenRow
            key={token.id}
            token={token}
            onRevoke={() => {
              revoke.reset();
              setAsked(token);
            }}
          />
        ))}
      </ul>
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
    </>
  );
}

function accessOf({ scopes, asksFirst }: ApiToken, text: Messages["tokens"]): string {
  if (!scopes.includes("write")) return text.read;
  const access = scopes.includes("administer") ? text.administer : text.readWrite;
  return asksFirst ? text.andAsks(access) : access;
}

function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const { tokens: text } = useMessages(settingsMessages);
  const isExpired = Date.parse(token.expiresAt) <= useNow().getTime();
  const facts = [
    [text.columns.access, accessOf(token, text)],
    [text.columns.created, <Moment key="created" at={token.createdAt} none={text.never} />],
    [text.columns.lastUsed, <Moment key="used" at={token.lastUsedAt} none={text.never} />],
    [
      text.columns.expires,
      isExpired ? (
        <span key="expired" className="text-danger">
          {text.expired}
        </span>
      ) : (
        <Moment key="expires" at={token.expiresAt} none={text.never} />
      ),
    ],
  ] as const;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 last:pb-0">
      <div className="grid min-w-48 flex-1 gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-strong wrap-anywhere">{token.name}</span>
          <code className="font-sans text-ink-soft wrap-anywhere">…{token.hint}</code>
        </p>
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Button
        variant="danger"
        size="small"
        aria-label={text.revokeNamed(token.name)}
        onClick={onRevoke}
      >
        {text.revoke}
      </Button>
    </li>
  );
}
