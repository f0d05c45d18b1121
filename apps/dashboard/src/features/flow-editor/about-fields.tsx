"use client";

import { CardTitle } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftProblem, FlowDraft } from "./flow-draft.ts";
import { problemsAt } from "./problems-at.ts";

type AboutFieldsProps = {
  draft: FlowDraft;
  problems: readonly DraftProblem[];
  onChange: (changes: Partial<FlowDraft>) => void;
};

/** What a flow is called, and when it asks. */
export function AboutFields({ draft, problems, onChange }: AboutFieldsProps) {
  const { about: text } = useMessages(flowEditorMessages).flowEditor;
  const textField = (name: "description" | "name" | "slug", most: number, hint?: string) => (
    <Field label={text[name]} hint={hint} error={problemsAt(problems, name)[0]}>
      {(control) => (
        <Input
          {...control}
          value={draft[name]}
          maxLength={most}
          autoComplete="off"
          {...(name === "slug" && { autoCapitalize: "none", spellCheck: false })}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-1 gap-5">
      <CardTitle>{text.title}</CardTitle>
      <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">
        {textField("name", 255)}
        {textField("slug", 64, text.slugHint)}
      </div>
      {textField("description", 1_000)}
      <div className="grid grid-cols-1 gap-1">
        <Choice
          type="checkbox"
          label={text.alwaysAsks}
          hint={text.alwaysAsksHint}
          checked={draft.alwaysAsks}
          onChange={({ target }) => onChange({ alwaysAsks: target.checked })}
        />
        <Choice
          type="checkbox"
          label={text.isActive}
          hint={text.isActiveHint}
          checked={draft.isActive}
          onChange={({ target }) => onChange({ isActive: target.checked })}
        />
      </div>
    </div>
  );
}
