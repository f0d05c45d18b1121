"use client";

import { turnOffTwoFactor } from "@genie/directus-client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CodeForm } from "./code-form.tsx";
import { RecoveryOffForm } from "./recovery-off-form.tsx";

/** With a code from the app, or with a recovery code and the password. */
export function TurnOffTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { recovery } = useMessages(welcomeMessages);
  const { security } = useMessages(settingsMessages);
  const [hasApp, setHasApp] = useState(true);
  const router = useRouter();
  const toast = useToast();
  const finish = () => {
    toast(security.turnedOff);
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      title={security.turnOff}
      description={hasApp ? security.turnOffPrompt : security.turnOffByRecovery}
    >
      {hasApp ? (
        <CodeForm
          submitLabel={security.turnOff}
          danger
          onSubmit={async (code) => {
            if ((await turnOffTwoFactor(browserDirectus(), code)) === "wrong_code") {
              return security.wrongCode;
            }
            finish();
            return undefined;
          }}
        />
      ) : (
        <RecoveryOffForm onOff={finish} />
      )}
      <Button variant="quiet" className="justify-self-start" onClick={() => setHasApp(!hasApp)}>
        {hasApp ? recovery.useOne : recovery.useApp}
      </Button>
    </Dialog>
  );
}
