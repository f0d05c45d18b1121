import type { ActionFlow } from "@genie/schema";

export type StepNeed = "browser" | "model";

/** What an installation has and what steps need, as the server knows it. */
export type Installed = {
  hasBrowser: boolean;
  /** By the name of the step; a step that is not here needs neither. */
  stepNeeds: Readonly<Record<string, StepNeed>>;
};

/** What a flow needs and this installation lacks. */
export function lackingFor(
  steps: ActionFlow["steps"],
  stepNeeds: Installed["stepNeeds"],
  has: Record<StepNeed, boolean>,
): StepNeed[] {
  const needs = steps.map(({ step }) =>
    Object.hasOwn(stepNeeds, step) ? stepNeeds[step] : undefined,
  );
  return (["browser", "model"] as const).filter((need) => needs.includes(need) && !has[need]);
}
