"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn, signInWithRecoveryCode } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useEffect, useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Messages } from "#messages/messages.ts";
import { browserDirectus } from "./browser-directus.ts";
import { SendAgain } from "#features/registration/send-again.tsx";
import { CodeInput } from "./code-input.tsx";
import { enterApp } from "./enter-app.ts";
import { oneTimeCode } from "./one-time-code.ts";
import { RecoveryCodeInput } from "./recovery-code-input.tsx";

/** What besides the password: the app's code, or one of the codes that stand in for the app. */
type Second = "app" | "recovery" | null;

export function LoginForm({ next }: { next: string }) {
  const { titles } = useMessages();
  const { login, recovery } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const [second, setSecond] = useState<Second>(null);
  const [unconfirmed, setUnconfirmed] = useState<Credentials | null>(null);
  const [leaving, setLeaving] = useState(false);
  const schema = useMemo(() => loginSchema({ login, recovery }, second), [login, recovery, second]);
  const { register, handleSubmit, formState, setError, setFocus, resetField } = useForm({
    // No default values: what was typed or filled in before this script ran stays.
    resolver: zodResolver(schema),
  });
  const { errors } = formState;

  useEffect(() => {
    if (second !== null) setFocus("code");
  }, [second, setFocus]);

  const submit = handleSubmit(async ({ email, password, code }) => {
    setUnconfirmed(null);
    try {
      const given = { email, password, ...(code !== undefined && { code }) };
      const result = await (second === "recovery"
        ? signInWithRecoveryCode(browserDirectus(), { ...given, code: code ?? "" })
        : signIn(browserDirectus(), given));
      switch (result) {
        case "signed_in":
          setLeaving(true);
          return enterApp(next);
        case "wrong_password":
          return setError("root", { message: login.wrongPassword });
        case "unconfirmed":
          return setUnconfirmed({ email, password });
        case "code_wanted":
          if (second === null) return setSecond("app");
          resetField("code");
          return setError(
            "code",
            { message: second === "app" ? login.wrongCode : recovery.wrong },
            { shouldFocus: true },
          );
      }
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <div className="grid gap-1">
        <h1 className="text-xl font-strong">{titles.login}</h1>
        <p className="text-ink-soft">{login.intro}</p>
      </div>
      {errors.root?.message && <Notice>{errors.root.message}</Notice>}
      {unconfirmed !== null && <Unconfirmed {...unconfirmed} />}
      <Field label={login.email} error={errors.email?.message}>
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
      <Field label={login.password} error={errors.password?.message}>
        {(control) => (
          <PasswordInput autoComplete="current-password" {...control} {...register("password")} />
        )}
      </Field>
      {second === "app" && (
        <Field label={login.code} hint={login.codeHint} error={errors.code?.message}>
          {(control) => <CodeInput {...control} {...register("code")} />}
        </Field>
      )}
      {second === "recovery" && (
        <Field label={recovery.field} hint={recovery.fieldHint} error={errors.code?.message}>
          {(control) => <RecoveryCodeInput {...control} {...register("code")} />}
        </Field>
      )}
      <SubmitButton busy={formState.isSubmitting || leaving}>{login.submit}</SubmitButton>
      {second !== null && (
        <Button
          variant="quiet"
          onClick={() => {
            resetField("code");
            setSecond(second === "app" ? "recovery" : "app");
          }}
        >
          {second === "app" ? recovery.useOne : recovery.useApp}
        </Button>
      )}
      <IntentLink
        href="/forgot-password"
        className="justify-self-start text-accent underline underline-offset-4"
      >
        {titles.forgotPassword}
      </IntentLink>
      <p className="text-ink-soft">
        {login.noAccount}{" "}
        <IntentLink href="/register" className="text-accent underline underline-offset-4">
          {login.toRegister}
        </IntentLink>
      </p>
    </form>
  );
}

type Credentials = { email: string; password: string };

/** Her password is right, and her address waits to be confirmed. */
function Unconfirmed(credentials: Credentials) {
  const { login } = useMessages(welcomeMessages);
  return (
    <Notice>
      <p>{login.unconfirmed}</p>
      <SendAgain {...credentials} />
    </Notice>
  );
}

function loginSchema({ login, recovery }: Pick<Messages, "login" | "recovery">, second: Second) {
  const code = {
    app: oneTimeCode(login.codeIncomplete),
    recovery: z.string().trim().min(1, recovery.missing),
  };
  return z.object({
    email: z.string().trim().min(1, login.emailMissing),
    password: z.string().min(1, login.passwordMissing),
    code: second === null ? z.string().optional() : code[second],
  });
}
