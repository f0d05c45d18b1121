import { type ActionEffect, actionEffects } from "@genie/schema";
import type { Step } from "../define-step.ts";
import { type Flow, runLimits } from "../flow/flow.ts";
import type { Scope } from "../flow/references.ts";
import type { Registry } from "../registry.ts";
import { steps as everyStep } from "../steps/index.ts";
import { checkParams } from "./check-params.ts";
import { inputOf, isConditionKnown, isInputKnown, isWanted, knownFields } from "./resolve-step.ts";
import { type Planned, planOf } from "./plan.ts";

/**
 * The hardest that a run with this input can do. What hangs on what earlier steps answer counts with the
 * hardest of its kind, so a run never does more than this. Looks at nothing. Throws as `runFlow` fails:
 * `invalid_input` for an input that it does not take, `conflict` for a flow that can't run.
 */
export function effectOf(
  flow: Flow,
  params: Record<string, unknown>,
  registry: Registry = everyStep,
): ActionEffect {
  const plan = planOf(flow, registry, runLimits);
  const scope = new Map<string, unknown>([["input", checkParams(flow, params)]]);
  return hardest(
    plan
      .filter(({ flowStep }) => !isConditionKnown(flowStep, scope) || isWanted(flowStep, scope))
      .map((planned) => effectAhead(planned, scope)),
  );
}

/** The one that is hardest to take back. */
export function hardest(effects: readonly ActionEffect[]): ActionEffect {
  const ranks = effects.map((effect) => actionEffects.indexOf(effect));
  return actionEffects[Math.max(0, ...ranks)] ?? "read";
}

/** What a step does with an input that it was parsed with. */
export const effectWith = ({ effect }: Step, input: Record<string, unknown>): ActionEffect =>
  typeof effect === "string" ? effect : effect.of(input);

/** What a step can do at most, by what is known of its input by now. Throws for an input that it does not take. */
export function effectAhead({ flowStep, step }: Planned, scope: Scope): ActionEffect {
  if (isInputKnown(flowStep, scope)) return effectWith(step, inputOf(step, flowStep, scope));
  const { effect } = step;
  if (typeof effect === "string") return effect;
  const known = knownFields(step, flowStep, effect.looksAt, scope);
  return known === null ? effect.atMost : effect.of(known);
}
