"use client";

import {
  makeRecoveryCodes,
  startTwoFactor,
  turnOnTwoFactor,
  type TwoFactorSecret,
} from "@genie/directus-client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CodeForm } from "./code-form.tsx";
import { PasswordStep } from "./password-step.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShownCodes } from "./shown-codes.tsx";

type Step =
  | { name: "password" }
  | { name: "scan"; secret: TwoFactorSecret; password: string }
  | { name: "codes"; codes: string[] };

/**
 * Password, then scan, then a first code: only that puts the secret into force. Then the codes for when
 * the app is lost.
 */
export function TurnOnTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { security, recoveryCodes } = useMessages(settingsMessages);
  const [step, setStep] = useState<Step>({ name: "password" });
  const router = useRouter();
  const toast = useToast();
  const finish = (sentence: string) => {
    toast(sentence);
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      sticky={step.name === "codes"}
      {...wordsOf(step, { security, recoveryCodes })}
    >
      {step.name === "password" && (
        <PasswordStep
          onSubmit={async (password) => {
            const secret = await startTwoFactor(browserDirectus(), password);
            if (secret === "wrong_password") return security.wrongPassword;
            setStep({ name: "scan", secret, password });
            return undefined;
          }}
        />
      )}
      {step.name === "scan" && (
        <>
          <div className="grid gap-4 sm:grid-cols-[auto_minmax(0,1fr)]">
            <QrCode text={step.secret.uri} label={security.qrLabel} />
            <div className="grid content-start gap-1">
              <p className="font-strong">{security.secretLabel}</p>
              <code className="font-sans wrap-anywhere select-all">{step.secret.secret}</code>
              <p className="mt-2 text-ink-soft">{security.keepPhoneSafe}</p>
            </div>
          </div>
          <CodeForm
            submitLabel={security.turnOn}
            onSubmit={async (code) => {
              const { secret, password } = step;
              const result = await turnOnTwoFactor(browserDirectus(), {
                secret: secret.secret,
                code,
                password,
              });
              if (result === "wrong_password") return security.wrongPassword;
              if (result === "wrong_code") return security.wrongCode;
              // From here on two-factor is on, whatever becomes of the codes.
              const codes = await makeRecoveryCodes(browserDirectus(), password).catch(() => null);
              if (codes === null || codes === "wrong_password") finish(recoveryCodes.notMade);
              else setStep({ name: "codes", codes });
              return undefined;
            }}
          />
        </>
      )}
      {step.name === "codes" && (
        <ShownCodes codes={step.codes} onDone={() => finish(security.turnedOn)} />
      )}
    </Dialog>
  );
}

function wordsOf(
  { name }: Step,
  { security, recoveryCodes }: Pick<Messages, "recoveryCodes" | "security">,
): { title: string; description: string } {
  return {
    password: { title: security.turnOn, description: security.passwordPrompt },
    scan: { title: security.scanTitle, description: security.scan },
    codes: { title: recoveryCodes.shownTitle, description: recoveryCodes.shown },
  }[name];
}
