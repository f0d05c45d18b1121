"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { createApiToken } from "@genie/directus-client";
import type { ProgramScope } from "@genie/schema";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { NewToken } from "./new-token.tsx";

const scopesOf = {
  read: ["read"],
  write: ["read", "write"],
  administer: ["read", "write", "administer"],
} satisfies Record<ProgramScope, ProgramScope[]>;

const expiryDays = [7, 30, 90, 365] as const;

type CreateTokenDialogProps = {
  /** Whether she may let programs administer. */
  isAdmin: boolean;
  onClose: () => void;
  onCreated: () => void;
};

/** Asks for name, access and expiry; then shows the token, this once. */
export function CreateTokenDialog({ isAdmin, onClose, onCreated }: CreateTokenDialogProps) {
  const { actions } = useMessages();
  const { tokens } = useMessages(settingsMessages);
  const [token, setToken] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      title={token === null ? tokens.create : tokens.createdTitle}
      {...(token !== null && { description: tokens.created })}
      sticky={token !== null}
    >
      {token === null ? (
        <TokenForm
          isAdmin={isAdmin}
          onCreated={(created) => {
            setToken(created);
            onCreated();
          }}
        />
      ) : (
        <NewToken token={token} onDone={onClose} />
      )}
    </Dialog>
  );
}

type TokenFormProps = { isAdmin: boolean; onCreated: (token: string) => void };

function TokenForm({ isAdmin, onCreated }: TokenFormProps) {
  const messages = useMessages(settingsMessages);
  const { tokens } = messages;
  const sentence = useSentence();
  const schema = useMemo(() => tokenSchema(messages), [messages]);
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: "", access: "read" as ProgramScope, asksFirst: true, days: "90" },
  });
  const create = useMutation({
    mutationFn: ({ name, access, asksFirst, days }: z.output<typeof schema>) =>
      createApiToken(browserDirectus(), {
        name,
        scopes: scopesOf[access],
        asksFirst,
        expiresInDays: days,
      }),
    onSuccess: (created) => onCreated(created.token),
  });
  const access = useWatch({ control, name: "access" });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit((values) => create.mutate(values))}
      className="grid gap-5"
    >
      {create.isError && <Notice>{sentence(create.error)}</Notice>}
      <Field label={tokens.name} hint={tokens.nameHint} error={formState.errors.name?.message}>
        {(control) => <Input autoComplete="off" {...control} {...register("name")} />}
      </Field>
      <fieldset className="grid gap-1">
        <legend className="font-strong">{tokens.access}</legend>
        <Choice
          type="radio"
          value="read"
          label={tokens.read}
          hint={tokens.readHint}
          {...register("access")}
        />
        <Choice
          type="radio"
          value="write"
          label={tokens.readWrite}
          hint={tokens.readWriteHint}
          {...register("access")}
        />
        {isAdmin && (
          <Choice
            type="radio"
            value="administer"
            label={tokens.administer}
            hint={tokens.administerHint}
            {...register("access")}
          />
        )}
      </fieldset>
      {access === "administer" && <Notice>{tokens.administerWarning}</Notice>}
      {access !== "read" && (
        <Choice
          type="checkbox"
          label={tokens.asksFirst}
          hint={tokens.asksFirstHint}
          {...register("asksFirst")}
        />
      )}
      <Field label={tokens.expiry}>
        {(control) => (
          <NativeSelect {...control} {...register("days")}>
            {expiryDays.map((days) => (
              <option key={days} value={days}>
                {tokens.days(days)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <SubmitButton busy={create.isPending} className="justify-self-end">
        {tokens.create}
      </SubmitButton>
    </form>
  );
}

function tokenSchema({ tokens }: Pick<Messages, "tokens">) {
  return z.object({
    name: z.string().trim().min(1, tokens.nameMissing).max(80, tokens.nameTooLong),
    access: z.enum(["read", "write", "administer"]),
    asksFirst: z.boolean(),
    days: z.coerce.number<string>().pipe(z.literal(expiryDays)),
  });
}
