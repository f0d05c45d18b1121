"use client";

import type { Platform } from "@genie/platforms";
import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { extensionMessages } from "#messages/extension-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type ConnectByExtensionProps = { platform: Platform; onDone: () => void };

/** What to do in the extension, and where to get it. */
export function ConnectByExtension({ platform, onDone }: ConnectByExtensionProps) {
  const { extension: text } = useMessages(extensionMessages);
  return (
    <div className="grid gap-4">
      <p>{text.wayText(platform.name)}</p>
      <ButtonLink variant="secondary" className="justify-self-end">
        <IntentLink href="/app/settings/extension" onClick={onDone}>
          {text.waySetUp}
        </IntentLink>
      </ButtonLink>
    </div>
  );
}
