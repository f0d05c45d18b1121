"use client";

import { passwordLength, passwordTooShort } from "@genie/accounts";
import type { LetterOutcome } from "@genie/directus-client";
import { type ReactNode, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { NewPasswordField } from "./new-password-field.tsx";

type Chosen = { password: string; displayName: string };

type ChoosePasswordFormProps = {
  email: string;
  intro: ReactNode;
  submitLabel: string;
  /** Also what the dashboard is to call her. */
  asksName?: boolean;
  onSubmit: (chosen: Chosen) => Promise<LetterOutcome>;
  onDone: () => void;
};

/** A password for the account that a letter's link opens. */
export function ChoosePasswordForm(props: ChoosePasswordFormProps) {
  const { email, intro, submitLabel, asksName = false, onSubmit, onDone } = props;
  const { account } = useMessages(accountMessages);
  const { register: words, registration } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const [isDone, setDone] = useState(false);
  const { register, handleSubmit, formState, setError, control } = useForm<Chosen>();
  const { errors } = formState;
  const typed = useWatch({ control, name: "password" });
  const displayName = useWatch({ control, name: "displayName" });

  const submit = handleSubmit(async (chosen) => {
    try {
      const outcome = await onSubmit(chosen);
      if (outcome.kind === "done") {
        setDone(true);
        return onDone();
      }
      const field = outcome.kind === "password" ? "password" : "root";
      setError(field, { message: outcome.sentence }, { shouldFocus: field === "password" });
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <p className="text-ink-soft wrap-anywhere">{intro}</p>
      {errors.root?.message && <Notice>{errors.root.message}</Notice>}
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        label={account.newPassword}
        hint={words.passwordHint}
        error={errors.password?.message}
        typed={typed}
        owner={{ email, displayName: displayName ?? "" }}
        {...register("password", {
          required: passwordTooShort,
          minLength: { value: passwordLength.min, message: passwordTooShort },
        })}
      />
      {asksName && (
        <Field
          label={words.displayName}
          hint={words.displayNameHint}
          error={errors.displayName?.message}
        >
          {(field) => (
            <Input
              autoComplete="nickname"
              {...field}
              {...register("displayName", {
                maxLength: { value: 50, message: registration.nameTooLong },
              })}
            />
          )}
        </Field>
      )}
      <SubmitButton busy={formState.isSubmitting || isDone}>{submitLabel}</SubmitButton>
    </form>
  );
}
