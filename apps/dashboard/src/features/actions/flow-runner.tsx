"use client";

import type { Flow, Viewer } from "@genie/directus-client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ConfirmationCard } from "#features/confirmations/confirmation-card.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { checkValues } from "./check-values.ts";
import { flowFields, startValues } from "./flow-fields.ts";
import { FlowFormFields } from "./flow-form.tsx";
import { RunOutcome } from "./run-outcome.tsx";
import { StepList } from "./step-list.tsx";
import { useRun } from "./use-run.ts";

type FlowRunnerProps = {
  flow: Pick<Flow, "inputSchema" | "slug">;
  viewer: Viewer;
  /** What the fields hold at first, where that is not what the flow says. */
  start?: Record<string, unknown>;
  /** Fields that an earlier run had, and that are not kept in full. */
  shortened?: readonly string[];
};

/** Runs an action by hand: its form, its steps while it runs, and what came of it. */
export function FlowRunner({ flow, viewer, start = {}, shortened = [] }: FlowRunnerProps) {
  const { flows: text } = useMessages(flowsMessages);
  const fields = flowFields(flow.inputSchema);
  const [values, setValues] = useState(() => startValues(fields, flow.inputSchema, start));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const run = useRun(flow.slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkValues(fields, values, text.form);
    setProblems(checked.problems);
    const [first] = Object.keys(checked.problems);
    if (first === undefined) run.start(checked.params);
    else fieldOf(form.current, first)?.focus();
  };
  const wasRun = run.outcome !== undefined || run.error !== null;
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-5">
      {fields.length === 0 && <p className="text-ink-soft">{text.form.noInput}</p>}
      <FlowFormFields
        viewer={viewer}
        fields={fields}
        values={values}
        problems={problems}
        shortened={shortened}
        onChange={(name, value) => {
          setValues((before) => ({ ...before, [name]: value }));
          setProblems(({ [name]: _mended, ...others }) => others);
        }}
      />
      <div className="flex flex-wrap justify-end gap-2">
        {run.isRunning && (
          <Button variant="secondary" onClick={run.stop}>
            {text.form.stop}
          </Button>
        )}
        <Button type="submit" busy={run.isRunning}>
          {run.isRunning ? text.form.running : wasRun ? text.form.runAgain : text.run}
        </Button>
      </div>
      <RunStory run={run} />
    </form>
  );
}

function RunStory({ run }: { run: ReturnType<typeof useRun> }) {
  const { flows: text } = useMessages(flowsMessages);
  const sentence = useSentence();
  const story = useRef<HTMLDivElement>(null);
  const { isRunning, outcome } = run;
  // On a phone what happens is below what was filled in.
  useEffect(() => {
    if (isRunning || outcome !== undefined) story.current?.scrollIntoView({ block: "nearest" });
  }, [isRunning, outcome]);
  return (
    <div ref={story} className="grid grid-cols-1 gap-4 empty:hidden">
      {(isRunning || outcome?.status !== "confirm") && <StepList steps={run.steps} />}
      {!isRunning && run.error !== null && (
        <Notice>{run.wasStopped ? text.form.stopped : sentence(run.error)}</Notice>
      )}
      {!isRunning && outcome?.status === "confirm" && (
        <ConfirmationCard
          key={outcome.confirmation.id}
          confirmation={{
            id: outcome.confirmation.id,
            preview: outcome.confirmation.preview,
            expiresAt: outcome.confirmation.expires_at,
            source: null,
          }}
        />
      )}
      {!isRunning && outcome !== undefined && outcome.status !== "confirm" && (
        <RunOutcome outcome={outcome} />
      )}
    </div>
  );
}

function fieldOf(form: HTMLFormElement | null, name: string): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) ?? null;
}
