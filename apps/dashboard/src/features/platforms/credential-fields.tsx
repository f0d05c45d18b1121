"use client";

import type { CredentialField } from "@genie/platforms";
import type { UseFormRegister } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";

export type CredentialValues = Record<string, string>;

type CredentialFieldsProps = {
  fields: readonly CredentialField[];
  register: UseFormRegister<CredentialValues>;
  problems: Record<string, { message?: string | undefined } | undefined>;
};

/** The fields of a platform's log-in form. */
export function CredentialFields({ fields, register, problems }: CredentialFieldsProps) {
  return fields.map(({ name, label, kind, autocomplete }) => (
    <Field key={name} label={label} error={problems[name]?.message}>
      {(control) =>
        kind === "password" ? (
          <PasswordInput autoComplete={autocomplete} {...control} {...register(name)} />
        ) : (
          <Input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoComplete={autocomplete}
            data-sensitive
            {...control}
            {...register(name)}
          />
        )
      }
    </Field>
  ));
}
