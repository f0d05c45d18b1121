import { AppError } from "@genie/errors";
import type { StepTools } from "../step-tools.ts";
import { noBrowser } from "./run-browser.ts";
import type { Planned } from "./plan.ts";

/** Before anything is done: throws `misconfigured` when a step that always runs lacks a model or a browser. */
export function requireNeeds(plan: readonly Planned[], tools: StepTools): void {
  const needs = new Set(
    plan.flatMap(({ flowStep, step }) =>
      flowStep.when === undefined && step.needs ? [step.needs] : [],
    ),
  );
  if (needs.has("model") && tools.model === null) throw noModel();
  if (needs.has("browser") && tools.browser === null) throw noBrowser();
}

/** What an installation without a language model says. */
export const noModel = () =>
  new AppError(
    "misconfigured",
    "This needs a language model, and none is connected. Nothing was done; ask your administrator to set one up.",
  );
