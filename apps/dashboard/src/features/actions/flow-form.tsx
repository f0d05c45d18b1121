"use client";

import type { Viewer } from "@genie/directus-client";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AccountInput } from "./account-input.tsx";
import { FanInput } from "./fan-input.tsx";
import type { FlowField, FlowValues } from "./flow-fields.ts";
import { MediaInput } from "./media-input.tsx";
import { sayName } from "./say-name.ts";

type FlowFormFieldsProps = {
  viewer: Viewer;
  fields: readonly FlowField[];
  values: FlowValues;
  problems: Record<string, string>;
  /** Fields that an earlier run had, and that are not kept in full. */
  shortened: readonly string[];
  onChange: (name: string, value: boolean | string) => void;
};

/** The fields that an action asks for, each with what is wrong with it beside it. */
export function FlowFormFields({ fields, ...form }: FlowFormFieldsProps) {
  return fields.map((field) => <OneField key={field.name} field={field} {...form} />);
}

type OneFieldProps = Omit<FlowFormFieldsProps, "fields"> & { field: FlowField };

function OneField({ field, viewer, values, problems, shortened, onChange }: OneFieldProps) {
  const { flows: text } = useMessages(flowsMessages);
  const label = labelOf(field, text.fields);
  const value = values[field.name] ?? "";
  const change = (next: boolean | string) => onChange(field.name, next);
  const hints = [
    shortened.includes(field.name)
      ? text.form[field.kind === "switch" ? "switchNotKept" : "notKept"]
      : null,
    field.description,
    field.kind === "json" ? text.form.json : null,
  ];
  const hint = hints.filter((one) => one !== null).join(" ");
  if (field.kind === "switch") {
    return (
      <Choice
        type="checkbox"
        label={label}
        {...(hint !== "" && { hint })}
        checked={value === true}
        onChange={({ target }) => change(target.checked)}
      />
    );
  }
  return (
    <Field
      label={field.isRequired ? label : text.form.optional(label)}
      hint={hint || undefined}
      error={problems[field.name]}
    >
      {(control) => (
        <Control
          control={{ ...control, "data-field": field.name }}
          field={field}
          viewer={viewer}
          value={String(value)}
          onChange={change}
        />
      )}
    </Field>
  );
}

/** What ties an input to its label, and lets the form find it. */
export type ControlAttributes = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "data-field": string;
};

type ControlProps = {
  control: ControlAttributes;
  field: FlowField;
  viewer: Viewer;
  value: string;
  onChange: (value: string) => void;
};

function Control({ control, field, viewer, value, onChange }: ControlProps) {
  const { flows: text } = useMessages(flowsMessages);
  const plain = {
    ...control,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  const { kind } = field;
  if (kind === "account") {
    return <AccountInput control={control} viewer={viewer} value={value} onChange={onChange} />;
  }
  if (kind === "fan") {
    return <FanInput control={control} viewer={viewer} value={value} onChange={onChange} />;
  }
  if (kind === "media") {
    return <MediaInput control={control} value={value} onChange={onChange} />;
  }
  if (kind === "choice") {
    return (
      <NativeSelect {...plain}>
        <option value="">{text.form.choose}</option>
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {sayName(choice)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  if (kind === "json") return <Textarea spellCheck={false} className="font-mono" {...plain} />;
  if (kind === "words") return <Textarea data-sensitive {...plain} />;
  if (kind === "number") return <Input inputMode="decimal" autoComplete="off" {...plain} />;
  const isUrl = kind === "url";
  return (
    <Input
      autoComplete="off"
      data-sensitive
      {...(isUrl && { type: "url", inputMode: "url", placeholder: "https://" })}
      {...plain}
    />
  );
}

function labelOf({ name, title }: FlowField, words: Record<string, string>): string {
  return title ?? sayName(name, words);
}
