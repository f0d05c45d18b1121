"use client";

import type { PairingCode } from "@genie/directus-client";
import { groupPairingCode, pairingLink } from "@genie/pairing";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { extensionMessages } from "#messages/extension-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type ShownCodeProps = { pairing: PairingCode; origin: string };

/** A code to type or to read out. Meanwhile this page's address is the pairing link. */
export function ShownCode({ pairing: { code, expiresAt }, origin }: ShownCodeProps) {
  const { actions } = useMessages();
  const { extension: text } = useMessages(extensionMessages);
  const [copied, setCopied] = useState<"failed" | "no" | "yes">("no");
  const hasEnded = Date.parse(expiresAt) <= useNow().getTime();
  const link = pairingLink(origin, code);

  useEffect(() => {
    history.replaceState(history.state, "", new URL(link).hash);
    return () => history.replaceState(history.state, "", location.pathname + location.search);
  }, [link]);

  if (hasEnded) return <Notice>{text.codeEnded}</Notice>;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  const Icon = copied === "yes" ? Check : Copy;
  const shown = [
    [text.serverLabel, origin],
    [text.codeLabel, groupPairingCode(code)],
  ] as const;
  return (
    <div className="grid gap-3 rounded-control bg-sunken px-4 py-4">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-soft">{label}</dt>
            <dd className="text-lg font-strong wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{text.codeHow}</p>
      <p className="text-ink-soft">
        {text.codeUntil} <Moment at={expiresAt} none="" />.
      </p>
      {copied === "failed" && <Notice>{text.copyFailed}</Notice>}
      <Button
        variant="secondary"
        size="small"
        className="justify-self-start"
        onClick={() => void copy()}
      >
        <Icon aria-hidden />
        <span aria-live="polite">{copied === "yes" ? actions.copied : text.copyLink}</span>
      </Button>
    </div>
  );
}
