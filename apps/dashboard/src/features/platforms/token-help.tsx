"use client";

import type { Platform } from "@genie/platforms";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Where the app password or token is made that the fields below ask for; nothing where none is wanted. */
export function TokenHelp({ platform }: { platform: Platform }) {
  const { platforms } = useMessages(platformsMessages);
  const { name, tokenHelp } = platform;
  if (tokenHelp === undefined) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-strong">{platforms.form.tokenTitle}</h3>
      <p className="max-w-prose text-ink-soft">{tokenHelp.sentence}</p>
      {tokenHelp.url !== null && (
        <OutsideLink href={tokenHelp.url}>{platforms.form.tokenLink(name)}</OutsideLink>
      )}
    </section>
  );
}
