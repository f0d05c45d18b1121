"use client";

import { checkFlow } from "@genie/actions";
import type { FlowInFull, FlowPlan, Viewer } from "@genie/directus-client";
import { actionFlowSeed } from "@genie/schema";
import { type FormEvent, useMemo, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { RunDrawer } from "#features/actions/run-drawer.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AboutFields } from "./about-fields.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { type DraftProblem, draftOf, type FlowDraft, planOf } from "./flow-draft.ts";
import { InputsCard } from "./inputs-card.tsx";
import { ShippedNote } from "./shipped-note.tsx";
import { StepsCard } from "./steps-card.tsx";
import { useSaveFlow } from "./use-save-flow.ts";
import { useUnsavedWarning } from "./use-unsaved-warning.ts";

type FlowEditorProps = {
  viewer: Viewer;
  /** Null until it has been saved for the first time. */
  flow: FlowInFull | null;
  start: FlowPlan;
  /** Of all other flows. */
  takenSlugs: readonly string[];
};

/** A flow as a form; says what keeps it from running as one types. */
export function FlowEditor({ viewer, flow, start, takenSlugs }: FlowEditorProps) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const address = useAddress();
  const [draft, setDraft] = useState(() => draftOf(start));
  const [saved, setSaved] = useState(flow === null ? null : draft);
  const [isTold, setTold] = useState(false);
  const { plan, problems } = useMemo(
    () => checkDraft(draft, takenSlugs, text.problems),
    [draft, takenSlugs, text],
  );
  const save = useSaveFlow(flow, () => setSaved(draft));
  const isDirty = draft !== saved;
  useUnsavedWarning(isDirty && (flow !== null || draft.steps.length > 0));
  const isShipped = actionFlowSeed.some(({ id }) => id === flow?.id);
  const change = (changes: Partial<FlowDraft>) => {
    setDraft((before) => ({ ...before, ...changes }));
    if (save.isError) save.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTold(true);
    if (problems.length === 0) save.mutate(plan);
    else focusFirstProblem(event.currentTarget);
  };
  // Nobody is told what is missing before there was time to write it.
  const shown = isTold || flow !== null || draft.steps.length > 0 ? problems : [];
  const run = address.get("run");
  return (
    <>
      <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-6">
        {flow !== null && isShipped && <ShippedNote flow={flow} />}
        <fieldset disabled={isShipped} className="grid min-w-0 grid-cols-1 gap-6">
          <Card>
            <AboutFields draft={draft} problems={shown} onChange={change} />
          </Card>
          <InputsCard
            inputs={draft.inputs}
            problems={shown}
            onChange={(inputs) => change({ inputs })}
          />
          <StepsCard steps={draft.steps} problems={shown} onChange={(steps) => change({ steps })} />
        </fieldset>
        <EditorBar
          flow={flow}
          isShipped={isShipped}
          isDirty={isDirty}
          problems={shown}
          save={save}
        />
      </form>
      {run !== null && flow !== null && (
        <RunDrawer
          flow={flow.isActive ? flow : undefined}
          viewer={viewer}
          onClose={() => address.close("run")}
        />
      )}
    </>
  );
}

function checkDraft(
  draft: FlowDraft,
  takenSlugs: readonly string[],
  text: Parameters<typeof planOf>[2],
): ReturnType<typeof planOf> {
  const { plan, problems: own } = planOf(draft, takenSlugs, text);
  const found = checkFlow({ input_schema: plan.inputSchema, steps: plan.steps });
  return { plan, problems: [...own, ...found.filter((problem) => !isAbout(problem, own))] };
}

/** What can't be read is not there for who checks the steps; that needs no second sentence. */
function isAbout({ path }: DraftProblem, own: readonly DraftProblem[]): boolean {
  return own.some((problem) => path === problem.path || path.startsWith(`${problem.path}.`));
}

function focusFirstProblem(form: HTMLFormElement): void {
  // The problems are in the page with the next frame.
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>("[aria-invalid]");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  });
}
