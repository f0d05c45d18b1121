import { AppError } from "@genie/errors";
import type { FlowStep } from "@genie/schema";
import type { Step } from "../define-step.ts";
import { type Flow, type RunLimits, stepsOf } from "../flow/flow.ts";
import { findIn, type Registry } from "../registry.ts";

/** A step of a flow, and what it is. */
export type Planned = { flowStep: FlowStep; step: Step };

/** The steps of a flow with what they are. Throws `conflict` when it can't run as it stands. */
export function planOf(flow: Flow, registry: Registry, { steps: most }: RunLimits): Planned[] {
  const flowSteps = stepsOf(flow);
  if (flowSteps.length > most) {
    throw new AppError(
      "conflict",
      `"${flow.name}" has more than ${most} steps. Nothing was done; ask your administrator to split it.`,
    );
  }
  const keys = flowSteps.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new AppError(
      "conflict",
      `"${flow.name}" has two steps with the key "${twice}". Nothing was done; ask your administrator to mend it.`,
    );
  }
  return flowSteps.map((flowStep) => {
    const step = findIn(registry, flowStep.step);
    if (step) return { flowStep, step };
    throw new AppError(
      "conflict",
      `"${flow.name}" has a step that is unknown: ${flowStep.step}. Nothing was done; ask your administrator to mend it.`,
    );
  });
}
