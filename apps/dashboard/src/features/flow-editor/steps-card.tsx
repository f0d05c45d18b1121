"use client";

import { findStep } from "@genie/actions";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { moveItem } from "#features/composer/move-item.ts";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type DraftProblem, newStep, type StepDraft } from "./flow-draft.ts";
import { StepCard } from "./step-card.tsx";
import { stepNames } from "./step-facts.ts";

type StepsCardProps = {
  steps: readonly StepDraft[];
  problems: readonly DraftProblem[];
  onChange: (steps: StepDraft[]) => void;
};

/** What a flow does, in its order. */
export function StepsCard({ steps, problems, onChange }: StepsCardProps) {
  const { steps: text } = useMessages(flowEditorMessages).flowEditor;
  const [dragged, setDragged] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    onChange(moveItem(steps, from, to));
    setTold(text.moved(from + 1, to + 1));
  };
  const general = problems.filter(({ path }) => path === "steps");
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <CardTitle>{text.title}</CardTitle>
        <p className="text-ink-soft">{text.hint}</p>
      </div>
      {steps.length === 0 && <p className="text-ink-soft">{text.empty}</p>}
      <ol className="grid grid-cols-1 gap-3 empty:hidden">
        {steps.map((step, place) => (
          <StepCard
            key={step.id}
            step={step}
            place={place}
            count={steps.length}
            problems={problems}
            isDragged={dragged === place}
            onChange={(changed) =>
              onChange(steps.map((one) => (one.id === changed.id ? changed : one)))
            }
            onMove={(to) => move(place, to)}
            onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))}
            onDrag={() => setDragged(place)}
            onDragOver={() => {
              if (dragged === null || dragged === place) return;
              move(dragged, place);
              setDragged(place);
            }}
            onDragEnd={() => setDragged(null)}
          />
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {told}
      </p>
      <FieldProblems problems={general.map(({ message }) => message)} />
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => onChange([...steps, newStep(steps, firstStep)])}
      >
        <Plus aria-hidden />
        {text.add}
      </Button>
    </Card>
  );
}

const firstStep = findStep("read-item")?.name ?? stepNames[0] ?? "";
