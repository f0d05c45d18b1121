"use client";

import { useForm } from "react-hook-form";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type PasswordStepProps = {
  /** Returns the sentence to show beside the field, or nothing when the password was right. */
  onSubmit: (password: string) => Promise<string | undefined>;
};

export function PasswordStep({ onSubmit }: PasswordStepProps) {
  const { login } = useMessages(welcomeMessages);
  const { security } = useMessages(settingsMessages);
  const sentence = useSentence();
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { password: "" },
  });
  const submit = handleSubmit(async ({ password }) => {
    try {
      const problem = await onSubmit(password);
      if (problem !== undefined) setError("password", { message: problem }, { shouldFocus: true });
    } catch (error) {
      setError("password", { message: sentence(error) });
      await leaveWhenSignedOut(error);
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <Field label={security.password} error={formState.errors.password?.message}>
        {(control) => (
          <PasswordInput
            autoComplete="current-password"
            {...control}
            {...register("password", { required: login.passwordMissing })}
          />
        )}
      </Field>
      <SubmitButton busy={formState.isSubmitting} className="justify-self-end">
        {security.continue}
      </SubmitButton>
    </form>
  );
}
