"use client";

import { startTwoFactor, turnOnTwoFactor, type TwoFactorSecret } from "@genie/directus-client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CodeForm } from "./code-form.tsx";
import { PasswordStep } from "./password-step.tsx";
import { QrCode } from "./qr-code.tsx";

/** Password, then scan, then a first code: only that puts the secret into force. */
export function TurnOnTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { security } = useMessages(settingsMessages);
  const [secret, setSecret] = useState<TwoFactorSecret | null>(null);
  const router = useRouter();
  const toast = useToast();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      title={secret === null ? security.turnOn : security.scanTitle}
      description={secret === null ? security.passwordPrompt : security.scan}
    >
      {secret === null ? (
        <PasswordStep
          onSubmit={async (password) => {
            const started = await startTwoFactor(browserDirectus(), password);
            if (started === "wrong_password") return security.wrongPassword;
            setSecret(started);
            return undefined;
          }}
        />
      ) : (
        <>
          <div className="grid gap-4 sm:grid-cols-[auto_minmax(0,1fr)]">
            <QrCode text={secret.uri} label={security.qrLabel} />
            <div className="grid content-start gap-1">
              <p className="font-strong">{security.secretLabel}</p>
              <code className="font-sans wrap-anywhere select-all">{secret.secret}</code>
              <p className="mt-2 text-ink-soft">{security.keepPhoneSafe}</p>
            </div>
          </div>
          <CodeForm
            submitLabel={security.turnOn}
            onSubmit={async (code) => {
              const result = await turnOnTwoFactor(browserDirectus(), {
                secret: secret.secret,
                code,
              });
              if (result === "wrong_code") return security.wrongCode;
              toast(security.turnedOn);
              router.refresh();
              onClose();
              return undefined;
            }}
          />
        </>
      )}
    </Dialog>
  );
}
