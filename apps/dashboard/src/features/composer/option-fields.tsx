"use client";

import type { Platform, PostOption } from "@genie/platforms";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Answers } from "./composer-draft.ts";

type OptionFieldsProps = {
  /** Those whose options are asked for, each once. */
  platforms: readonly Platform[];
  answersFor: (platform: string) => Answers;
  problems: readonly string[];
  onChange: (platform: string, answers: Answers) => void;
};

/** What the platforms of a post can be told about it. */
export function OptionFields({ platforms, answersFor, problems, onChange }: OptionFieldsProps) {
  const { composer } = useMessages(composerMessages);
  const asking = platforms.filter(({ options }) => options.length > 0);
  if (asking.length === 0) return null;
  return (
    <div className="grid gap-4">
      {asking.map(({ id, name, options }) => {
        const answers = answersFor(id);
        return (
          <fieldset key={id} className="grid min-w-0 gap-3">
            <legend className="mb-1.5 text-sm text-ink-soft">{composer.optionsOf(name)}</legend>
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              {options.map((option) => (
                <OptionField
                  key={option.name}
                  option={option}
                  answer={answers[option.name]}
                  onChange={(answer) => onChange(id, { ...answers, [option.name]: answer })}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <FieldProblems problems={problems} />
    </div>
  );
}

type OptionFieldProps = {
  option: PostOption;
  answer: unknown;
  onChange: (answer: string) => void;
};

function OptionField({ option, answer, onChange }: OptionFieldProps) {
  const said = typeof answer === "string" ? answer : null;
  return (
    <Field label={option.label}>
      {(control) =>
        option.kind === "choice" ? (
          <NativeSelect
            value={said ?? option.byDefault}
            onChange={({ target }) => onChange(target.value)}
            {...control}
          >
            {option.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
        ) : (
          <Input
            data-sensitive
            autoComplete="off"
            value={said ?? ""}
            onChange={({ target }) => onChange(target.value)}
            {...control}
          />
        )
      }
    </Field>
  );
}
