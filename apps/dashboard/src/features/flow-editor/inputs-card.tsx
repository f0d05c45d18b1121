"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import {
  type DraftProblem,
  type InputDraft,
  type InputKind,
  inputKinds,
  newInput,
} from "./flow-draft.ts";
import { problemsAt } from "./problems-at.ts";

type InputsCardProps = {
  inputs: readonly InputDraft[];
  problems: readonly DraftProblem[];
  onChange: (inputs: InputDraft[]) => void;
};

/** What a flow asks for before it runs. */
export function InputsCard({ inputs, problems, onChange }: InputsCardProps) {
  const { inputs: text } = useMessages(flowEditorMessages).flowEditor;
  const replace = (changed: InputDraft) =>
    onChange(inputs.map((input) => (input.id === changed.id ? changed : input)));
  return (
    <Card className="grid grid-cols-1 gap-4">
      <CardTitle>{text.title}</CardTitle>
      {inputs.length === 0 && <p className="text-ink-soft">{text.empty}</p>}
      <ul className="grid grid-cols-1 gap-4 empty:hidden">
        {inputs.map((input, place) => (
          <InputRow
            key={input.id}
            input={input}
            path={`inputs.${place}`}
            problems={problems}
            onChange={replace}
            onRemove={() => onChange(inputs.filter(({ id }) => id !== input.id))}
          />
        ))}
      </ul>
      <FieldProblems problems={problemsAt(problems, "input_schema")} />
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => onChange([...inputs, newInput(inputs)])}
      >
        <Plus aria-hidden />
        {text.add}
      </Button>
    </Card>
  );
}

type InputRowProps = {
  input: InputDraft;
  path: string;
  problems: readonly DraftProblem[];
  onChange: (input: InputDraft) => void;
  onRemove: () => void;
};

function InputRow({ input, path, problems, onChange, onRemove }: InputRowProps) {
  const { inputs: text } = useMessages(flowEditorMessages).flowEditor;
  return (
    <li className="grid grid-cols-1 gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <Field label={text.name} error={problemsAt(problems, `${path}.name`)[0]}>
          {(control) => (
            <Input
              {...control}
              value={input.name}
              maxLength={64}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => onChange({ ...input, name: target.value })}
            />
          )}
        </Field>
        <Field label={text.kind} hint={input.kind === "id" ? text.idHint : undefined}>
          {(control) => (
            <NativeSelect
              {...control}
              value={input.kind}
              onChange={({ target }) => onChange({ ...input, kind: target.value as InputKind })}
            >
              {inputKinds
                .filter((kind) => kind !== "other" || input.kind === "other")
                .map((kind) => (
                  <option key={kind} value={kind}>
                    {text.kinds[kind]}
                  </option>
                ))}
            </NativeSelect>
          )}
        </Field>
        <div className="flex items-center justify-between gap-2 sm:pt-6">
          <Choice
            type="checkbox"
            label={text.required}
            checked={input.isRequired}
            onChange={({ target }) => onChange({ ...input, isRequired: target.checked })}
          />
          <Button
            variant="quiet"
            size="icon"
            aria-label={text.remove(input.name)}
            onClick={onRemove}
          >
            <X aria-hidden />
          </Button>
        </div>
      </div>
      {input.kind === "choice" && (
        <Field label={text.choices} error={problemsAt(problems, `${path}.choices`)[0]}>
          {(control) => (
            <Input
              {...control}
              value={input.choices}
              autoComplete="off"
              onChange={({ target }) => onChange({ ...input, choices: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={text.description}>
        {(control) => (
          <Input
            {...control}
            value={input.description}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...input, description: target.value })}
          />
        )}
      </Field>
    </li>
  );
}
