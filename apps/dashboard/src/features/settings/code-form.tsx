"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { CodeInput } from "#features/session/code-input.tsx";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { oneTimeCode } from "#features/session/one-time-code.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type CodeFormProps = {
  submitLabel: string;
  danger?: boolean;
  /** Returns the sentence to show beside the field, or nothing when the code was accepted. */
  onSubmit: (code: string) => Promise<string | undefined>;
};

export function CodeForm({ submitLabel, danger = false, onSubmit }: CodeFormProps) {
  const { security } = useMessages(settingsMessages);
  const sentence = useSentence();
  const schema = useMemo(
    () => z.object({ code: oneTimeCode(security.codeIncomplete) }),
    [security],
  );
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { code: "" },
  });
  const submit = handleSubmit(async ({ code }) => {
    try {
      const problem = await onSubmit(code);
      if (problem !== undefined) setError("code", { message: problem }, { shouldFocus: true });
    } catch (error) {
      setError("code", { message: sentence(error) });
      await leaveWhenSignedOut(error);
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <Field label={security.code} error={formState.errors.code?.message}>
        {(control) => <CodeInput {...control} {...register("code")} />}
      </Field>
      <SubmitButton
        variant={danger ? "danger" : "primary"}
        busy={formState.isSubmitting}
        className="justify-self-end"
      >
        {submitLabel}
      </SubmitButton>
    </form>
  );
}
