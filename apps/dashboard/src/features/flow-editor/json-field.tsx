"use client";

import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type JsonFieldProps = {
  label: string;
  value: string;
  problems: readonly string[];
  onChange: (value: string) => void;
};

/** An object as JSON, as tall as what is in it; every sentence about it stands below. */
export function JsonField({ label, value, problems, onChange }: JsonFieldProps) {
  return (
    <Field label={label} error={problems.length === 0 ? undefined : problems.join(" ")}>
      {(control) => (
        <Textarea
          {...control}
          value={value}
          rows={Math.min(16, Math.max(3, value.split("\n").length))}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          className="min-h-0 font-mono"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
