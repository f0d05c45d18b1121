"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { postJson } from "#features/http/post-json.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { welcomeMessages } from "#messages/welcome-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const fieldNames = ["current", "password"] as const;

export function PasswordForm({ email }: { email: string }) {
  const { security } = useMessages(settingsMessages);
  const { registration } = useMessages(welcomeMessages);
  const router = useRouter();
  const toast = useToast();
  const sentence = useSentence();
  const schema = useMemo(
    () => passwordSchema({ registration, security }),
    [registration, security],
  );
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: zodResolver(schema),
  });
  const { errors } = formState;

  const submit = handleSubmit(async (values) => {
    try {
      const refusal = await postJson("/api/password", values);
      if (refusal !== undefined) {
        const name = fieldNames.find((field) => field === refusal.field) ?? "root";
        return setError(name, { message: refusal.message }, { shouldFocus: true });
      }
      reset();
      toast(security.passwordChanged);
      router.refresh();
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <Card>
      <form method="post" noValidate onSubmit={submit} className="grid max-w-lg gap-5">
        <CardTitle>{security.passwordTitle}</CardTitle>
        {errors.root?.message && <Notice>{errors.root.message}</Notice>}
        {/* Tells password managers whose password this is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <Field label={security.currentPassword} error={errors.current?.message}>
          {(control) => (
            <PasswordInput autoComplete="current-password" {...control} {...register("current")} />
          )}
        </Field>
        <Field
          label={security.newPassword}
          hint={security.newPasswordHint}
          error={errors.password?.message}
        >
          {(control) => (
            <PasswordInput autoComplete="new-password" {...control} {...register("password")} />
          )}
        </Field>
        <SubmitButton
          variant="secondary"
          busy={formState.isSubmitting}
          className="justify-self-start"
        >
          {security.changePassword}
        </SubmitButton>
      </form>
    </Card>
  );
}

function passwordSchema({ registration, security }: Pick<Messages, "registration" | "security">) {
  return z.object({
    current: z.string().min(1, security.currentMissing),
    password: z.string().min(10, registration.passwordTooShort),
  });
}
