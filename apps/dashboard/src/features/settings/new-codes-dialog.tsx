"use client";

import { makeRecoveryCodes } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PasswordStep } from "./password-step.tsx";
import { recoveryCodesKey } from "./recovery-codes-key.ts";
import { ShownCodes } from "./shown-codes.tsx";

/** Makes new codes for who knows the password. */
export function NewCodesDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { recoveryCodes: text, security } = useMessages(settingsMessages);
  const [codes, setCodes] = useState<string[] | null>(null);
  const queryClient = useQueryClient();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      sticky={codes !== null}
      title={codes === null ? text.make : text.shownTitle}
      description={codes === null ? text.makePrompt : text.shown}
    >
      {codes === null ? (
        <PasswordStep
          onSubmit={async (password) => {
            const made = await makeRecoveryCodes(browserDirectus(), password);
            if (made === "wrong_password") return security.wrongPassword;
            await queryClient.invalidateQueries({ queryKey: recoveryCodesKey });
            setCodes(made);
            return undefined;
          }}
        />
      ) : (
        <ShownCodes codes={codes} onDone={onClose} />
      )}
    </Dialog>
  );
}
