"use client";

import type { Platform } from "@genie/platforms";
import { ExternalLink } from "lucide-react";
import { useMessages } from "#messages/use-messages.ts";

/** Where the app password or token is made that the fields below ask for; nothing where none is wanted. */
export function TokenHelp({ platform }: { platform: Platform }) {
  const { platforms } = useMessages();
  const { name, tokenHelp } = platform;
  if (tokenHelp === undefined) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-strong">{platforms.form.tokenTitle}</h3>
      <p className="max-w-prose text-ink-soft">{tokenHelp.sentence}</p>
      {tokenHelp.url !== null && (
        <a
          href={tokenHelp.url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1.5 justify-self-start text-accent underline underline-offset-4 pointer-coarse:py-2.5"
        >
          {platforms.form.tokenLink(name)}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      )}
    </section>
  );
}
