"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { Platform } from "@genie/platforms";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { Messages } from "#messages/messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { CredentialValues } from "./credential-fields.tsx";

/** A platform's log-in form. `forgetSecrets` empties the fields that must not stay after a refusal. */
export function useCredentialsForm(
  { credentialFields }: Pick<Platform, "credentialFields">,
  defaultValues: CredentialValues,
) {
  const messages = useMessages(platformsMessages);
  const schema = useMemo(
    () => credentialsSchema(credentialFields, messages),
    [credentialFields, messages],
  );
  const form = useForm<CredentialValues>({ resolver: zodResolver(schema), defaultValues });
  const secrets = credentialFields.filter(({ kind }) => kind === "password");
  const forgetSecrets = () => {
    for (const { name } of secrets) form.resetField(name, { defaultValue: "" });
    const [first] = secrets;
    if (first !== undefined) form.setFocus(first.name);
  };
  return { ...form, forgetSecrets };
}

/** Every field is needed; a password is taken as it was typed. */
function credentialsSchema(
  fields: Platform["credentialFields"],
  { platforms }: Pick<Messages, "platforms">,
): z.ZodType<CredentialValues, CredentialValues> {
  return z.object(
    Object.fromEntries(
      fields.map(({ name, label, kind }) => {
        const text = kind === "password" ? z.string() : z.string().trim();
        return [name, text.min(1, platforms.form.missing(label))];
      }),
    ),
  );
}
