import { AppError } from "@genie/errors";
import type { FlowStep } from "@genie/schema";
import { z } from "zod";
import type { Step } from "../define-step.ts";
import { holds, referencesOfCondition } from "../flow/conditions.ts";
import { interpolate } from "../flow/interpolate.ts";
import { type Reference, referencesIn, type Scope } from "../flow/references.ts";
import { sentencesOf } from "../flow/sentences-of.ts";

/** Whether its `when` lets it run. */
export const isWanted = ({ when }: FlowStep, scope: Scope): boolean =>
  when === undefined || holds(when, scope);

/** What it runs with. Throws `invalid_input` for a reference without a value and for what it does not take. */
export function inputOf(step: Step, flowStep: FlowStep, scope: Scope): Record<string, unknown> {
  const input = step.input.safeParse(interpolate(flowStep.with ?? {}, scope));
  if (input.success) return input.data;
  throw new AppError(
    "invalid_input",
    `The step "${flowStep.key}" can't run with this: ${sentencesOf(input.error)} It was not started.`,
  );
}

/** Whether all that its `when` looks at is there by now. */
export const isConditionKnown = ({ when }: FlowStep, scope: Scope): boolean =>
  when === undefined || areKnown(referencesOfCondition(when), scope);

/** Whether all that it is given is there by now. */
export const isInputKnown = (flowStep: FlowStep, scope: Scope): boolean =>
  areKnown(referencesIn(flowStep.with ?? {}), scope);

/**
 * Some fields of what it runs with, while others are not there yet. Null when one of these is not, or does
 * not fit.
 */
export function knownFields(
  step: Step,
  { with: template = {} }: FlowStep,
  fields: readonly string[],
  scope: Scope,
): Record<string, unknown> | null {
  const known: Record<string, unknown> = {};
  for (const field of fields) {
    const written = Object.hasOwn(template, field) ? { [field]: template[field] } : {};
    if (!areKnown(referencesIn(written), scope)) return null;
    const value: unknown = interpolate(written, scope)[field];
    const parsed = z.safeParse(step.input.shape[field], value);
    if (!parsed.success) return null;
    known[field] = parsed.data;
  }
  return known;
}

const areKnown = (references: readonly Reference[], scope: Scope): boolean =>
  references.every(({ root }) => scope.has(root));
