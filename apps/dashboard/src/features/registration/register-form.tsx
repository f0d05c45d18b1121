"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useForm, useWatch } from "react-hook-form";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { NewPasswordField } from "#features/account/new-password-field.tsx";
import { postJson } from "#features/http/post-json.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { enterApp } from "#features/session/enter-app.ts";
import { homePath } from "#features/session/safe-next-path.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CheckMail } from "./check-mail.tsx";
import { type Registration, type RegistrationInput, registrationSchema } from "./registration.ts";

const fieldNames = ["email", "password", "displayName"] as const;

/** `confirms`: this installation sends a letter, and the account opens with its link. */
export function RegisterForm({ confirms }: { confirms: boolean }) {
  const { titles } = useMessages();
  const messages = useMessages(welcomeMessages);
  const text = messages.register;
  const sentence = useSentence();
  const [sentFor, setSentFor] = useState<Registration | null>(null);
  const [leaving, setLeaving] = useState(false);
  const schema = useMemo(() => registrationSchema(messages), [messages]);
  const { register, handleSubmit, formState, setError, setFocus, control } = useForm<
    RegistrationInput,
    unknown,
    Registration
  >({
    // No default values: what was typed or filled in before this script ran stays.
    resolver: zodResolver(schema),
  });
  const { errors } = formState;
  const [email, password, displayName] = useWatch({
    control,
    name: ["email", "password", "displayName"],
  });

  const submit = handleSubmit(async (registration) => {
    try {
      const refusal = await postJson("/api/register", registration);
      if (refusal !== undefined) {
        const name = fieldNames.find((field) => field === refusal.field) ?? "root";
        return setError(name, { message: refusal.message }, { shouldFocus: true });
      }
    } catch (error) {
      return setError("root", { message: sentence(error) });
    }
    if (confirms) return setSentFor(registration);
    setLeaving(true);
    await enter(registration).catch(() => {
      setLeaving(false);
      setError("root", { message: text.signInFailed });
    });
  });

  if (sentFor !== null) {
    const giveAnother = () => {
      flushSync(() => setSentFor(null));
      setFocus("email", { shouldSelect: true });
    };
    return <CheckMail email={sentFor.email} password={sentFor.password} onAnother={giveAnother} />;
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <div className="grid gap-1">
        <h1 className="text-xl font-strong">{titles.register}</h1>
        <p className="text-ink-soft">{text.intro}</p>
      </div>
      {errors.root?.message && <Notice>{errors.root.message}</Notice>}
      <Field label={text.email} error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...control}
            {...register("email")}
          />
        )}
      </Field>
      <NewPasswordField
        label={text.password}
        hint={text.passwordHint}
        error={errors.password?.message}
        typed={password}
        owner={{ email: email ?? "", displayName: displayName ?? "" }}
        {...register("password")}
      />
      <Field
        label={text.displayName}
        hint={text.displayNameHint}
        error={errors.displayName?.message}
      >
        {(control) => <Input autoComplete="nickname" {...control} {...register("displayName")} />}
      </Field>
      <SubmitButton busy={formState.isSubmitting || leaving}>{text.submit}</SubmitButton>
      <p className="text-ink-soft">
        {text.haveAccount}{" "}
        <IntentLink href="/login" className="text-accent underline underline-offset-4">
          {text.toLogin}
        </IntentLink>
      </p>
    </form>
  );
}

async function enter({ email, password }: Registration): Promise<void> {
  const result = await signIn(browserDirectus(), { email, password });
  if (result !== "signed_in") throw new Error(`a new account answered ${result}`);
  enterApp(homePath);
}
