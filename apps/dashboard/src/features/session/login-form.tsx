"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "@genie/directus-client";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useEffect, useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Messages } from "#messages/messages.ts";
import { browserDirectus } from "./browser-directus.ts";
import { CodeInput } from "./code-input.tsx";
import { enterApp } from "./enter-app.ts";
import { oneTimeCode } from "./one-time-code.ts";

export function LoginForm({ next }: { next: string }) {
  const { titles } = useMessages();
  const { login } = useMessages(welcomeMessages);
  const sentence = useSentence();
  const [wantsCode, setWantsCode] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const schema = useMemo(() => loginSchema({ login }, wantsCode), [login, wantsCode]);
  const { register, handleSubmit, formState, setError, setFocus, resetField } = useForm({
    // No default values: what was typed or filled in before this script ran stays.
    resolver: zodResolver(schema),
  });
  const { errors } = formState;

  useEffect(() => {
    if (wantsCode) setFocus("code");
  }, [wantsCode, setFocus]);

  const submit = handleSubmit(async ({ email, password, code }) => {
    try {
      const result = await signIn(browserDirectus(), {
        email,
        password,
        ...(code !== undefined && { code }),
      });
      switch (result) {
        case "signed_in":
          setLeaving(true);
          return enterApp(next);
        case "wrong_password":
          return setError("root", { message: login.wrongPassword });
        case "code_wanted":
          if (!wantsCode) return setWantsCode(true);
          resetField("code");
          return setError("code", { message: login.wrongCode }, { shouldFocus: true });
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
      {wantsCode && (
        <Field label={login.code} hint={login.codeHint} error={errors.code?.message}>
          {(control) => <CodeInput {...control} {...register("code")} />}
        </Field>
      )}
      <SubmitButton busy={formState.isSubmitting || leaving}>{login.submit}</SubmitButton>
      <p className="text-ink-soft">
        {login.noAccount}{" "}
        <IntentLink href="/register" className="text-accent underline underline-offset-4">
          {login.toRegister}
        </IntentLink>
      </p>
    </form>
  );
}

function loginSchema({ login }: Pick<Messages, "login">, wantsCode: boolean) {
  return z.object({
    email: z.string().trim().min(1, login.emailMissing),
    password: z.string().min(1, login.passwordMissing),
    code: wantsCode ? oneTimeCode(login.codeIncomplete) : z.string().optional(),
  });
}
