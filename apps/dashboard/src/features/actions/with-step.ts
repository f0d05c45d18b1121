import type { ActionStep } from "@genie/schema";

/** The steps of a run once one of them has changed. */
export function withStep(steps: readonly ActionStep[], changed: ActionStep): ActionStep[] {
  return steps.some(({ key }) => key === changed.key)
    ? steps.map((step) => (step.key === changed.key ? changed : step))
    : [...steps, changed];
}
