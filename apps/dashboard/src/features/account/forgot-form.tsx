"use client";

import { askForNewPassword } from "@genie/directus-client";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { isEmail } from "./is-email.ts";

export function ForgotForm() {
  const { titles } = useMessages();
  const { account } = useMessages(accountMessages);
  const { registration } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { register, handleSubmit, formState, setError, setFocus } = useForm<{ email: string }>();
  const { errors } = formState;

  const submit = handleSubmit(async ({ email }) => {
    try {
      await askForNewPassword(browserDirectus(), email);
      setSentTo(email.trim());
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <div className="grid gap-5">
      <h1 className="text-xl font-strong">{titles.forgotPassword}</h1>
      {sentTo === null ? (
        <form method="post" noValidate onSubmit={submit} className="grid gap-5">
          <p className="text-ink-soft">{account.forgotIntro}</p>
          {errors.root?.message && <Notice>{errors.root.message}</Notice>}
          <Field label={account.email} error={errors.email?.message}>
            {(control) => (
              <Input
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                {...control}
                {...register("email", {
                  validate: (text) => isEmail(text) || registration.emailInvalid,
                })}
              />
            )}
          </Field>
          <SubmitButton busy={formState.isSubmitting}>{account.forgotSubmit}</SubmitButton>
        </form>
      ) : (
        <>
          <div aria-live="polite" className="grid gap-2">
            <p className="wrap-anywhere">{account.forgotSent(sentTo)}</p>
            <p className="text-ink-soft">{account.forgotNothing}</p>
          </div>
          <Button
            variant="secondary"
            className="justify-self-start"
            onClick={() => {
              flushSync(() => setSentTo(null));
              setFocus("email", { shouldSelect: true });
            }}
          >
            {registration.anotherEmail}
          </Button>
        </>
      )}
      <ButtonLink variant="secondary">
        <IntentLink href="/login">{account.backToLogin}</IntentLink>
      </ButtonLink>
    </div>
  );
}
