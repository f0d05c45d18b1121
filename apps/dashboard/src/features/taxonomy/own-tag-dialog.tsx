"use client";

import type { OwnTagRow } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { conceptBandOf, conceptBands, conceptKinds, conceptSlugs } from "@genie/schema";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { ownTagsMessages } from "#messages/own-tags-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useChangeOwnTags } from "./use-own-tags.ts";

const bands = Object.keys(conceptBands) as (keyof typeof conceptBands)[];
// The middle of each.
const weights = { low: 0.17, medium: 0.5, high: 0.84 } as const;
const longest = 100;

export type OwnTagDraft = Omit<OwnTagRow, "id">;

export const newOwnTag: OwnTagDraft = {
  tag: "",
  concept: "content-type",
  weight: weights.medium,
  ignored: false,
};

type OwnTagDialogProps = {
  start: OwnTagDraft;
  /** As it is kept; undefined for a new one. */
  before: OwnTagRow | undefined;
  /** The tag is what it is about, and stays. */
  isFixed?: boolean;
  onClose: () => void;
  onSaved?: (tag: OwnTagDraft) => void;
};

/** How a tag is sorted in her whole library. */
export function OwnTagDialog({ start, before, isFixed, onClose, onSaved }: OwnTagDialogProps) {
  const { actions } = useMessages();
  const { ownTags } = useMessages(ownTagsMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const text = ownTags.dialog;
  const sentence = useSentence();
  const { save } = useChangeOwnTags();
  const [draft, setDraft] = useState(start);
  const [isAsked, setIsAsked] = useState(false);
  const change = (part: Partial<OwnTagDraft>) => setDraft((current) => ({ ...current, ...part }));
  const tag = draft.tag.trim().toLowerCase();
  const problem = tag === "" ? text.tagMissing : tag.length > longest ? text.tagTooLong : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (problem !== undefined) return;
    const plan = { ...draft, tag };
    save.mutate(
      { plan: { ...plan, id: before?.id }, before },
      {
        onSuccess: () => {
          onSaved?.(plan);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={start.tag === "" ? text.addTitle : text.changeTitle(start.tag)}
      description={text.description}
      closeLabel={actions.close}
    >
      <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-5">
        {!isFixed && (
          <Field label={text.tag} hint={text.tagHint} error={isAsked ? problem : undefined}>
            {(field) => (
              <Input
                {...field}
                value={draft.tag}
                autoCapitalize="none"
                onChange={({ target }) => change({ tag: target.value })}
              />
            )}
          </Field>
        )}
        <fieldset disabled={draft.ignored} className="grid min-w-0 gap-5 disabled:opacity-55">
          <Field label={text.concept} hint={taxonomy.concepts[draft.concept].about}>
            {(field) => (
              <NativeSelect
                {...field}
                value={draft.concept}
                onChange={({ target }) => {
                  const concept = conceptSlugs.find((slug) => slug === target.value);
                  if (concept) change({ concept });
                }}
              >
                {conceptSlugs.map((slug) => (
                  <option key={slug} value={slug}>
                    {taxonomy.concepts[slug].name}
                  </option>
                ))}
              </NativeSelect>
            )}
          </Field>
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-strong">{text.place[conceptKinds[draft.concept]]}</legend>
            {bands.map((band) => (
              <Choice
                key={band}
                type="radio"
                name="weight"
                label={taxonomy.bands[draft.concept][band]}
                checked={conceptBandOf(draft.weight) === band}
                onChange={() => change({ weight: weights[band] })}
              />
            ))}
          </fieldset>
        </fieldset>
        <Choice
          type="checkbox"
          label={text.ignored}
          hint={text.ignoredHint}
          checked={draft.ignored}
          onChange={({ target }) => change({ ignored: target.checked })}
        />
        {save.isError && <Notice>{isTaken(save.error) ? text.taken : sentence(save.error)}</Notice>}
        <Button type="submit" busy={save.isPending} className="justify-self-end">
          {text.save}
        </Button>
      </form>
    </Dialog>
  );
}

function isTaken(error: Error): boolean {
  return error instanceof AppError && error.code === "conflict";
}
