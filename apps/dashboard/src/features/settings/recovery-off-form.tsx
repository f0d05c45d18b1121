"use client";

import { turnOffTwoFactorByRecovery } from "@genie/directus-client";
import { useForm } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { RecoveryCodeInput } from "#features/session/recovery-code-input.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Turns two-factor off without the app: with the password and a recovery code. */
export function RecoveryOffForm({ onOff }: { onOff: () => void }) {
  const { login, recovery } = useMessages(welcomeMessages);
  const { security } = useMessages(settingsMessages);
  const sentence = useSentence();
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { password: "", code: "" },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (given) => {
    try {
      const result = await turnOffTwoFactorByRecovery(browserDirectus(), given);
      switch (result) {
        case "off":
          return onOff();
        case "wrong_password":
          return setError("password", { message: security.wrongPassword }, { shouldFocus: true });
        case "wrong_code":
          return setError("code", { message: recovery.wrong }, { shouldFocus: true });
      }
    } catch (error) {
      setError("code", { message: sentence(error) });
      await leaveWhenSignedOut(error);
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <Field label={security.password} error={errors.password?.message}>
        {(control) => (
          <PasswordInput
            autoComplete="current-password"
            {...control}
            {...register("password", { required: login.passwordMissing })}
          />
        )}
      </Field>
      <Field label={recovery.field} error={errors.code?.message}>
        {(control) => (
          <RecoveryCodeInput {...control} {...register("code", { required: recovery.missing })} />
        )}
      </Field>
      <SubmitButton variant="danger" busy={formState.isSubmitting} className="justify-self-end">
        {security.turnOff}
      </SubmitButton>
    </form>
  );
}
