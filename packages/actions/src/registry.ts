import type { Step } from "./define-step.ts";

/**
 * Steps by name. A step's functions take what its own input schema gives, which the runner alone hands
 * them, right after it has parsed it; so steps of different inputs can stand in one list.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the inputs differ, and are parsed before each call
export type Registry = Readonly<Record<string, Step<any, any>>>;

/** The step of that name; undefined when there is none. */
export function findIn(registry: Registry, name: string): Step | undefined {
  return Object.hasOwn(registry, name) ? registry[name] : undefined;
}
