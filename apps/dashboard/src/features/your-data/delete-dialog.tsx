"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { deleteOwnAccount } from "@genie/directus-client";
import { deletionPhrase } from "@genie/schema";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { deletionHref } from "./deletion-href.ts";

/** Says what will happen, and asks for two words and the password. */
export function DeleteDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { actions } = useMessages();
  const { security } = useMessages(settingsMessages);
  const { yourData } = useMessages(yourDataMessages);
  const words = yourData.deletion;
  const sentence = useSentence();
  const schema = useMemo(() => deletionSchema(words), [words]);
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { phrase: "", current: "" },
  });
  const { errors } = formState;

  const submit = handleSubmit(async (values) => {
    try {
      const deletion = await deleteOwnAccount(browserDirectus(), values);
      if (deletion === "wrong_password") {
        return setError("current", { message: security.wrongPassword }, { shouldFocus: true });
      }
      // Whoever is at this device next finds no draft of hers.
      window.localStorage.clear();
      window.sessionStorage.clear();
      window.location.assign(deletionHref(deletion.ticket));
    } catch (error) {
      setError("root", { message: sentence(error) });
    }
  });

  return (
    <Dialog open onOpenChange={onClose} closeLabel={actions.close} title={words.dialogTitle} sticky>
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        <ul className="grid list-disc gap-1.5 pl-5 text-ink-soft">
          {words.happens.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {errors.root?.message && <Notice>{errors.root.message}</Notice>}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <Field label={words.phraseLabel} error={errors.phrase?.message}>
          {(control) => (
            <Input autoComplete="off" autoCapitalize="none" {...control} {...register("phrase")} />
          )}
        </Field>
        <Field label={words.password} error={errors.current?.message}>
          {(control) => (
            <PasswordInput autoComplete="current-password" {...control} {...register("current")} />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            {words.keep}
          </Button>
          <SubmitButton variant="danger" busy={formState.isSubmitting}>
            {words.confirm}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

function deletionSchema({ phraseWrong, passwordMissing }: Messages["yourData"]["deletion"]) {
  return z.object({
    phrase: z
      .string()
      .refine((typed) => typed.trim().toLowerCase() === deletionPhrase, phraseWrong),
    current: z.string().min(1, passwordMissing),
  });
}
