"use client";

import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ChipsField } from "./chips-field.tsx";
import type { DraftProblems, PackDraft } from "./pack-draft.ts";

type RuleFieldsProps = {
  draft: PackDraft;
  problems: DraftProblems;
  onChange: (changes: Partial<PackDraft>) => void;
};

/** The rules themselves; what is left empty is no rule. */
export function RuleFields({ draft, problems, onChange }: RuleFieldsProps) {
  const {
    rules: { form: text },
  } = useMessages(rulesMessages);
  return (
    <>
      <ChipsField
        label={text.bannedWords}
        hint={text.bannedWordsHint}
        kind="words"
        entries={draft.bannedWords}
        typed={draft.typedWord}
        problem={problems.bannedWords}
        onChange={(bannedWords, typedWord) => onChange({ bannedWords, typedWord })}
      />
      <ChipsField
        label={text.requiredTags}
        hint={text.requiredTagsHint}
        kind="tags"
        entries={draft.requiredTags}
        typed={draft.typedTag}
        problem={problems.requiredTags}
        onChange={(requiredTags, typedTag) => onChange({ requiredTags, typedTag })}
      />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2 sm:gap-4">
        <Field label={text.mostHashtags} hint={text.optional} error={problems.mostHashtags}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={draft.mostHashtags}
              onChange={({ target }) => onChange({ mostHashtags: target.value })}
            />
          )}
        </Field>
        <Field
          label={text.neverRepostDays}
          hint={text.neverRepostHint}
          error={problems.neverRepostDays}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={draft.neverRepostDays}
              onChange={({ target }) => onChange({ neverRepostDays: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="grid grid-cols-1 gap-1">
        <Choice
          type="checkbox"
          label={text.noLinks}
          checked={draft.noLinks}
          onChange={({ target }) => onChange({ noLinks: target.checked })}
        />
        <Choice
          type="checkbox"
          label={text.needsAltText}
          checked={draft.needsAltText}
          onChange={({ target }) => onChange({ needsAltText: target.checked })}
        />
      </div>
    </>
  );
}
