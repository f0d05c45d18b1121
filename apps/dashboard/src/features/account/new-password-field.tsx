"use client";

import { type PasswordOwner, rateStrength, type Strength } from "@genie/accounts";
import { type ComponentProps, useEffect, useId, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { accountMessages } from "#messages/account-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordInput>, "children"> & {
  label: string;
  hint: string;
  error: string | undefined;
  /** What is in the field now. */
  typed: string | undefined;
  owner: PasswordOwner;
};

/** A password that is being chosen, with how hard it is to guess. The gate decides whether it will do. */
export function NewPasswordField({
  label,
  hint,
  error,
  typed = "",
  owner,
  ...input
}: NewPasswordFieldProps) {
  const id = useId();
  const strength = useStrength(typed, owner);
  return (
    <Field label={label} hint={hint} error={error} describedBy={id}>
      {(control) => (
        <div className="grid gap-1.5">
          <PasswordInput autoComplete="new-password" {...control} {...input} />
          <StrengthMeter id={id} strength={typed === "" ? null : strength} />
        </div>
      )}
    </Field>
  );
}

/** Four bars: as many as the score has. */
function StrengthMeter({ id, strength }: { id: string; strength: Strength | null }) {
  const { account } = useMessages(accountMessages);
  const score = strength === null ? 0 : Math.max(1, strength.score);
  const colour = score >= 3 ? "bg-good" : score === 2 ? "bg-warn" : "bg-danger";
  return (
    <div className="grid gap-1">
      <div aria-hidden className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1 rounded-control ${step <= score ? colour : "bg-sunken"}`}
          />
        ))}
      </div>
      <p id={id} aria-live="polite" className="text-sm text-ink-soft empty:hidden">
        {strength !== null && `${account.strength}: ${account.strengths[score]}`}
      </p>
    </div>
  );
}

/** Of what was typed last; null while nothing has been rated. */
function useStrength(typed: string, { email, displayName = "" }: PasswordOwner): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    if (typed === "") return undefined;
    let isCurrent = true;
    rateStrength(typed, { email, displayName }).then(
      (rated) => isCurrent && setStrength(rated),
      // The gate rates it anyway.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [typed, email, displayName]);
  return strength;
}
