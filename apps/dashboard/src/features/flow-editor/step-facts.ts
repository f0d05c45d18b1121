import { findStep, steps } from "@genie/actions";

/** The names of all steps that there are. */
export const stepNames: readonly string[] = Object.keys(steps).toSorted();

export type StepFacts = {
  description: string;
  /** What `with` may hold. */
  takes: { name: string; isOptional: boolean }[];
  needs: "browser" | "model" | null;
};

/** What is known of a step; null when there is none of that name. */
export function stepFacts(name: string): StepFacts | null {
  const step = findStep(name);
  if (step === undefined) return null;
  const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> =
    step.input.shape;
  return {
    description: step.description,
    takes: Object.entries(shape).map(([field, schema]) => ({
      name: field,
      isOptional: schema.safeParse(undefined).success,
    })),
    needs: step.needs ?? null,
  };
}
