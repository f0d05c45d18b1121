"use client";

import { turnOffTwoFactor } from "@genie/directus-client";
import { useRouter } from "next/navigation";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CodeForm } from "./code-form.tsx";

export function TurnOffTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { security } = useMessages(settingsMessages);
  const router = useRouter();
  const toast = useToast();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      title={security.turnOff}
      description={security.turnOffPrompt}
    >
      <CodeForm
        submitLabel={security.turnOff}
        danger
        onSubmit={async (code) => {
          if ((await turnOffTwoFactor(browserDirectus(), code)) === "wrong_code") {
            return security.wrongCode;
          }
          toast(security.turnedOff);
          router.refresh();
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
