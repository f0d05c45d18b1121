"use client";

import type { Profile, RulePackPlan } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { type FormEvent, useId, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type DraftProblems, draftOf, type PackDraft, planOf } from "./pack-draft.ts";
import { RuleFields } from "./rule-fields.tsx";
import { ScopeField } from "./scope-field.tsx";
import { useSavePack } from "./use-rule-packs.ts";

type RulePackDialogProps = {
  /** Null for a pack that is new. */
  id: string | null;
  start: RulePackPlan;
  profiles: readonly Profile[];
  onClose: () => void;
};

/** Asks what a pack is called, where it holds and what it wants. */
export function RulePackDialog({ id, start, profiles, onClose }: RulePackDialogProps) {
  const { actions } = useMessages();
  const { rules } = useMessages(rulesMessages);
  const { form: text } = rules;
  const sentence = useSentence();
  const name = useId();
  const [first] = useState(() => draftOf(start));
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<DraftProblems>({});
  const save = useSavePack({ id, onSaved: onClose });
  const change = (changes: Partial<PackDraft>) => {
    setDraft((before) => ({ ...before, ...changes }));
    const changed = new Set(["all", ...Object.keys(changes)]);
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !changed.has(field))),
    );
    if (save.isError) save.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = planOf(draft, { rules });
    setProblems("problems" in read ? read.problems : {});
    if ("plan" in read) save.mutate(read.plan);
    else focusFirstProblem(event.currentTarget);
  };
  const isTaken = save.error instanceof AppError && save.error.code === "conflict";
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={id === null ? text.createTitle : text.editTitle}
      closeLabel={actions.close}
    >
      <form
        method="post"
        noValidate
        onSubmit={submit}
        data-unsaved={JSON.stringify(draft) === JSON.stringify(first) ? undefined : ""}
        className="grid grid-cols-1 gap-5"
      >
        <Field label={text.name} hint={text.nameHint} error={problems.name}>
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              maxLength={80}
              autoComplete="off"
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <fieldset className="grid min-w-0 gap-1">
          <legend className="font-strong">{text.kind}</legend>
          {(["house", "community"] as const).map((kind) => (
            <Choice
              key={kind}
              type="radio"
              name={`${name}-kind`}
              label={rules.kinds[kind]}
              checked={draft.kind === kind}
              onChange={() => change({ kind })}
            />
          ))}
        </fieldset>
        <ScopeField
          scope={draft.scope}
          profiles={profiles}
          onChange={(scope) => change({ scope })}
        />
        <RuleFields draft={draft} problems={problems} onChange={change} />
        <Field label={text.sourceUrl} hint={text.sourceUrlHint} error={problems.sourceUrl}>
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              value={draft.sourceUrl}
              maxLength={2048}
              autoComplete="off"
              onChange={({ target }) => change({ sourceUrl: target.value })}
            />
          )}
        </Field>
        {problems.all !== undefined && <Notice>{problems.all}</Notice>}
        {save.isError && <Notice>{isTaken ? text.nameTaken : sentence(save.error)}</Notice>}
        <SubmitButton busy={save.isPending} className="justify-self-end">
          {id === null ? text.create : actions.save}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function focusFirstProblem(form: HTMLFormElement): void {
  // The problems are in the page with the next frame.
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
}
