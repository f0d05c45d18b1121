import { type Flow, stepsOf } from "../flow/flow.ts";
import { findIn, type Registry } from "../registry.ts";
import { steps as everyStep } from "../steps/index.ts";

/**
 * Whether a run is one change that is made whole or not at all, within a moment. Throws `conflict` when the flow's steps
 * can't be read.
 */
export function isOneChange(flow: Flow, registry: Registry = everyStep): boolean {
  const [first, ...rest] = stepsOf(flow);
  if (first === undefined || rest.length > 0) return false;
  return findIn(registry, first.step)?.outlivesStop !== true;
}
