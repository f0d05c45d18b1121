"use client";

import { passwordLength, passwordTooShort } from "@genie/accounts";
import { changePassword } from "@genie/directus-client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { NewPasswordField } from "#features/account/new-password-field.tsx";
import { useMessages } from "#messages/use-messages.ts";

export function PasswordForm({ email }: { email: string }) {
  const { security } = useMessages(settingsMessages);
  const router = useRouter();
  const toast = useToast();
  const sentence = useSentence();
  const schema = useMemo(() => passwordSchema({ security }), [security]);
  const { register, handleSubmit, formState, setError, reset, control } = useForm({
    resolver: zodResolver(schema),
  });
  const { errors } = formState;
  const typed = useWatch({ control, name: "password" });

  const submit = handleSubmit(async (values) => {
    try {
      const refused = await changePassword(browserDirectus(), values);
      if (refused !== null) {
        const message = refused.field === "current" ? security.wrongPassword : refused.sentence;
        return setError(refused.field, { message }, { shouldFocus: true });
      }
      reset();
      toast(security.passwordChanged);
      router.refresh();
    } catch (error) {
      setError("root", { message: sentence(error) });
      await leaveWhenSignedOut(error);
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
        <NewPasswordField
          label={security.newPassword}
          hint={security.newPasswordHint}
          error={errors.password?.message}
          typed={typed}
          owner={{ email }}
          {...register("password")}
        />
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

function passwordSchema({ security }: Pick<Messages, "security">) {
  return z.object({
    current: z.string().min(1, security.currentMissing),
    password: z.string().min(passwordLength.min, passwordTooShort),
  });
}
