"use client";

import { ChevronDown, ChevronUp, GripVertical, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftProblem, StepDraft } from "./flow-draft.ts";
import { JsonField } from "./json-field.tsx";
import { problemsAt } from "./problems-at.ts";
import { stepFacts, stepNames } from "./step-facts.ts";

type StepCardProps = {
  step: StepDraft;
  /** From 0. */
  place: number;
  count: number;
  problems: readonly DraftProblem[];
  isDragged: boolean;
  onChange: (step: StepDraft) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onDrag: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
};

/** One step: what it is, what it works on, when it is left out. */
export function StepCard(props: StepCardProps) {
  const { step, place, problems, isDragged, onChange, onDragOver } = props;
  const { steps: text } = useMessages(flowEditorMessages).flowEditor;
  const path = `steps.${place}`;
  const extra = ["when", "timeout_ms"].flatMap((part) => problemsAt(problems, `${path}.${part}`));
  const own = problems.filter((problem) => problem.path === path);
  const change = (changes: Partial<StepDraft>) => onChange({ ...step, ...changes });
  return (
    // What is dragged over it goes to its place; the arrows do that for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      aria-label={text.place(place + 1)}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      className={cn(
        "grid min-w-0 grid-cols-1 gap-4 rounded-control border border-control p-3 sm:p-4",
        isDragged && "opacity-55",
      )}
    >
      <StepHead {...props} />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[2fr_1fr]">
        <StepChoice
          step={step}
          error={problemsAt(problems, `${path}.step`)[0]}
          onChoose={(name) => change({ step: name })}
        />
        <Field label={text.key} hint={text.keyHint} error={problemsAt(problems, `${path}.key`)[0]}>
          {(control) => (
            <Input
              {...control}
              value={step.key}
              maxLength={32}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => change({ key: target.value })}
            />
          )}
        </Field>
      </div>
      <JsonField
        label={text.with}
        value={step.with}
        problems={problemsAt(problems, `${path}.with`)}
        onChange={(value) => change({ with: value })}
      />
      <FieldProblems problems={own.map(({ message }) => message)} />
      <details open={step.when !== "" || step.seconds !== "" || extra.length > 0}>
        <summary className="w-fit cursor-pointer rounded-control py-1 text-ink-soft hover:text-ink pointer-coarse:py-2.5">
          {text.more}
        </summary>
        <div className="grid grid-cols-1 gap-3 pt-2">
          <JsonField
            label={text.when}
            value={step.when}
            problems={problemsAt(problems, `${path}.when`)}
            onChange={(value) => change({ when: value })}
          />
          <Field label={text.seconds} error={problemsAt(problems, `${path}.timeout_ms`)[0]}>
            {(control) => (
              <Input
                {...control}
                value={step.seconds}
                inputMode="decimal"
                autoComplete="off"
                className="max-w-32"
                onChange={({ target }) => change({ seconds: target.value })}
              />
            )}
          </Field>
        </div>
      </details>
    </li>
  );
}

function StepHead({ place, count, onMove, onRemove, onDrag, onDragEnd }: StepCardProps) {
  const { steps: text } = useMessages(flowEditorMessages).flowEditor;
  const [isHeld, setHeld] = useState(false);
  const position = place + 1;
  return (
    <div
      draggable={isHeld}
      onDragStart={onDrag}
      onDragEnd={() => {
        setHeld(false);
        onDragEnd();
      }}
      className="flex items-center justify-between gap-2"
    >
      <p className="flex items-center gap-1 font-strong">
        {/* The arrows beside it do the same for who can't drag. */}
        <span
          aria-hidden
          title={text.drag}
          onPointerDown={() => setHeld(true)}
          onPointerUp={() => setHeld(false)}
          className="hidden cursor-grab p-1 text-ink-soft pointer-fine:inline-block"
        >
          <GripVertical className="size-4" />
        </span>
        {text.place(position)}
      </p>
      <div className="flex">
        <Button
          variant="quiet"
          size="icon"
          disabled={place === 0}
          aria-label={text.earlier(position)}
          onClick={() => onMove(place - 1)}
        >
          <ChevronUp aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          disabled={place === count - 1}
          aria-label={text.later(position)}
          onClick={() => onMove(place + 1)}
        >
          <ChevronDown aria-hidden />
        </Button>
        <Button variant="quiet" size="icon" aria-label={text.remove(position)} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
    </div>
  );
}

type StepChoiceProps = {
  step: StepDraft;
  error: string | undefined;
  onChoose: (name: string) => void;
};

function StepChoice({ step, error, onChoose }: StepChoiceProps) {
  const { steps: text } = useMessages(flowEditorMessages).flowEditor;
  const facts = stepFacts(step.step);
  const taken = facts?.takes.map(({ name, isOptional }) =>
    isOptional ? text.optional(name) : name,
  );
  const hint =
    facts === null
      ? undefined
      : [
          facts.description,
          taken?.length ? text.takes(taken.join(", ")) : text.takesNothing,
          ...(facts.needs === null ? [] : [text.needs[facts.needs]]),
        ].join(" ");
  return (
    <Field label={text.step} hint={hint} error={error}>
      {(control) => (
        <NativeSelect
          {...control}
          value={step.step}
          onChange={({ target }) => onChoose(target.value)}
        >
          {facts === null && <option value={step.step}>{step.step}</option>}
          {stepNames.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
