import type { ActionEffect, ActionPreview } from "@genie/schema";
import type { PreviewLine, Step, StepContext } from "../define-step.ts";
import { type Flow, runLimits } from "../flow/flow.ts";
import type { Registry } from "../registry.ts";
import type { Row, StepTools } from "../step-tools.ts";
import { steps as everyStep } from "../steps/index.ts";
import { checkParams } from "./check-params.ts";
import { effectAhead, effectWith, hardest } from "./effect-of.ts";
import { explainStop } from "./explain-stop.ts";
import { guardTools } from "./guard-tools.ts";
import { requireNeeds } from "./require-needs.ts";
import { inputOf, isConditionKnown, isInputKnown, isWanted } from "./resolve-step.ts";
import { type Planned, planOf } from "./plan.ts";
import { createRunBrowser } from "./run-browser.ts";
import { isStop, withinTime } from "./within-time.ts";

type Found = { lines: PreviewLine[]; effect: ActionEffect; key: string; holds?: Row | null };

/** A preview, and by the keys of steps what has to hold of the rows that they change. */
export type Foreseen = { preview: ActionPreview; shown: ReadonlyMap<string, Row> };

/** A preview is made while its person waits. */
const previewMs = 20_000;

/**
 * What a run with this input would do, from what is in the database now: the same as long as that is the
 * same. Steps that only look are run, to know what the others get; what hangs on more than that is said
 * in general. `effect` is never harder than `effectOf`, and softer where the rows say so: a confirmation
 * is due by this one. Throws as the run would fail.
 */
export async function previewOf(
  flow: Flow,
  params: Record<string, unknown>,
  tools: StepTools,
  registry: Registry = everyStep,
): Promise<ActionPreview> {
  return (await foresee(flow, params, tools, registry)).preview;
}

/** Likewise, with what a run that is agreed to is held to. */
export async function foresee(
  flow: Flow,
  params: Record<string, unknown>,
  tools: StepTools,
  registry: Registry = everyStep,
): Promise<Foreseen> {
  const plan = planOf(flow, registry, runLimits);
  const scope = new Map<string, unknown>([["input", checkParams(flow, params)]]);
  requireNeeds(plan, tools);
  const stop = new AbortController();
  try {
    const found = await withinTime(
      (signal) => {
        const browser = createRunBrowser(null, stop.signal);
        return lookAhead(plan, scope, { tools: guardTools(tools, signal), signal, browser });
      },
      { timeoutMs: previewMs, run: stop.signal },
    );
    return {
      preview: {
        title: flow.name,
        effect: hardest(found.map(({ effect }) => effect)),
        lines: found.flatMap(({ lines }) => lines),
      },
      shown: new Map(found.flatMap(({ key, holds }) => (holds ? [[key, holds] as const] : []))),
    };
  } catch (error) {
    if (isStop(error)) throw explainStop(error, { timeoutMs: previewMs, runMs: previewMs });
    throw error;
  }
}

async function lookAhead(
  plan: readonly Planned[],
  scope: Map<string, unknown>,
  context: StepContext,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const planned of plan) {
    const { flowStep, step } = planned;
    const isSure = isConditionKnown(flowStep, scope);
    if (isSure && !isWanted(flowStep, scope)) {
      scope.set(flowStep.key, null);
      continue;
    }
    if (!isInputKnown(flowStep, scope)) {
      const effect = effectAhead(planned, scope);
      found.push({ key: flowStep.key, effect, lines: inGeneral(step, effect) });
      continue;
    }
    const input = inputOf(step, flowStep, scope);
    if (step.onlyLooks && isSure) {
      const answer: unknown = step.output.parse(await step.run(input, context));
      scope.set(flowStep.key, answer);
      if (step.endsRun?.(answer)) break;
      continue;
    }
    found.push({ key: flowStep.key, ...(await lookAt(step, input, context)) });
  }
  return found;
}

async function lookAt(
  step: Step,
  input: Record<string, unknown>,
  context: StepContext,
): Promise<Omit<Found, "key">> {
  const holds = (await step.holds?.(input, context)) ?? null;
  const effect = (await step.effectNow?.(input, context)) ?? effectWith(step, input);
  const lines = (await step.preview?.(input, context)) ?? inGeneral(step, effect);
  return { effect, lines, holds };
}

/** Of steps that change nothing there is nothing to say. */
const inGeneral = ({ name, description }: Step, effect: ActionEffect): PreviewLine[] =>
  effect === "read" ? [] : [{ label: name, value: description }];
