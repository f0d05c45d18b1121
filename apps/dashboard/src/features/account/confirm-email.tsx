"use client";

import { confirmEmail } from "@genie/directus-client";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { LetterPage } from "./letter-page.tsx";
import { type LetterLink, useLetterLink } from "./use-letter-link.ts";

export function ConfirmEmail() {
  const { titles } = useMessages();
  const [done, setDone] = useState<string | null>(null);
  const link = useLetterLink(["registration", "email"]);
  return (
    <LetterPage title={titles.confirmEmail} link={link} again="/login" done={done}>
      {(good) => <ConfirmForm link={good} onDone={setDone} />}
    </LetterPage>
  );
}

type ConfirmFormProps = {
  link: Extract<LetterLink, { state: "good" }>;
  onDone: (sentence: string) => void;
};

/**
 * By a press of hers: programs that open every link of a letter confirm nothing. Whoever registered knows the password,
 * so that she opens no account that a stranger made with her address.
 */
function ConfirmForm({ link: { token, email, purpose }, onDone }: ConfirmFormProps) {
  const { account } = useMessages(accountMessages);
  const sentence = useSentence();
  const { register, handleSubmit, formState, setError } = useForm<{ password: string }>();
  const { errors } = formState;
  const isRegistration = purpose === "registration";

  const submit = handleSubmit(async ({ password }) => {
    try {
      const body = { token, ...(isRegistration && { password }) };
      const outcome = await confirmEmail(browserDirectus(), body);
      if (outcome.kind === "done") {
        return onDone(isRegistration ? account.registrationDone : account.emailDone(outcome.email));
      }
      const field = outcome.kind === "password" ? "password" : "root";
      setError(field, { message: outcome.sentence }, { shouldFocus: field === "password" });
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <p className="text-ink-soft wrap-anywhere">{account.confirmIntro(email)}</p>
      {errors.root?.message && <Notice>{errors.root.message}</Notice>}
      {isRegistration && (
        <>
          {/* Tells password managers whose password this is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <Field
            label={account.chosenPassword}
            hint={account.chosenPasswordHint}
            error={errors.password?.message}
          >
            {(field) => (
              <PasswordInput
                autoComplete="current-password"
                {...field}
                {...register("password", { required: account.chosenPasswordMissing })}
              />
            )}
          </Field>
        </>
      )}
      <SubmitButton busy={formState.isSubmitting}>{account.confirmSubmit}</SubmitButton>
    </form>
  );
}
