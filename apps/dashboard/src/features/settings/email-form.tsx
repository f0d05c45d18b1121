"use client";

import { askForEmail } from "@genie/directus-client";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { isEmail } from "#features/account/is-email.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";

/** Her e-mail address, and the way to another one where this installation sends letters. */
export function EmailForm({ email, sendsMail }: { email: string; sendsMail: boolean }) {
  const { security } = useMessages(settingsMessages);
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <CardTitle>{security.emailTitle}</CardTitle>
        <p className="wrap-anywhere">
          <span data-sensitive>{email}</span>
        </p>
      </div>
      {!sendsMail && <p className="text-ink-soft">{security.emailNeedsMail}</p>}
      {sendsMail && sentTo !== null && (
        <p aria-live="polite" className="wrap-anywhere">
          {security.emailSent(sentTo)}
        </p>
      )}
      {sendsMail && sentTo === null && <AskForm onSent={setSentTo} />}
    </Card>
  );
}

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const { security } = useMessages(settingsMessages);
  const { registration } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const { register, handleSubmit, formState, setError } = useForm<{
    email: string;
    password: string;
  }>();
  const { errors } = formState;

  const submit = handleSubmit(async (values) => {
    try {
      if ((await askForEmail(browserDirectus(), values)) === "sent") return onSent(values.email);
      setError("password", { message: security.wrongPassword }, { shouldFocus: true });
    } catch (error) {
      setError("root", { message: sentence(error) });
      await leaveWhenSignedOut(error);
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-lg gap-5">
      {errors.root?.message && <Notice>{errors.root.message}</Notice>}
      <Field label={security.newEmail} hint={security.newEmailHint} error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            {...control}
            {...register("email", {
              validate: (text) => isEmail(text) || registration.emailInvalid,
            })}
          />
        )}
      </Field>
      <Field label={security.passwordForEmail} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            autoComplete="current-password"
            {...control}
            {...register("password", { required: security.currentMissing })}
          />
        )}
      </Field>
      <SubmitButton
        variant="secondary"
        busy={formState.isSubmitting}
        className="justify-self-start"
      >
        {security.changeEmail}
      </SubmitButton>
    </form>
  );
}
