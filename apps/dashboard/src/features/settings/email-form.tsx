"use client";

import { askForEmail } from "@genie/directus-client";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
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
  const { registration } = useMessages(welcomeMessages);
  const [wanted, setWanted] = useState("");
  const [isSent, setIsSent] = useState(false);
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <CardTitle>{security.emailTitle}</CardTitle>
        <p className="wrap-anywhere">
          <span data-sensitive>{email}</span>
        </p>
      </div>
      {!sendsMail && <p className="text-ink-soft">{security.emailNeedsMail}</p>}
      {sendsMail && isSent && (
        <>
          <p aria-live="polite" className="wrap-anywhere">
            {security.emailSent(wanted)}
          </p>
          <Button
            variant="secondary"
            className="justify-self-start"
            onClick={() => setIsSent(false)}
          >
            {registration.anotherEmail}
          </Button>
        </>
      )}
      {sendsMail && !isSent && (
        <AskForm
          asked={wanted}
          onSent={(address) => {
            setWanted(address);
            setIsSent(true);
          }}
        />
      )}
    </Card>
  );
}

type AskFormProps = {
  /** What a letter was sent to before; empty for none. */
  asked: string;
  onSent: (email: string) => void;
};

function AskForm({ asked, onSent }: AskFormProps) {
  const { security } = useMessages(settingsMessages);
  const { registration } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const { register, handleSubmit, formState, setError, setFocus } = useForm<{
    email: string;
    password: string;
  }>(asked === "" ? {} : { defaultValues: { email: asked } });
  const { errors } = formState;
  useEffect(() => {
    if (asked !== "") setFocus("email", { shouldSelect: true });
  }, [asked, setFocus]);

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
