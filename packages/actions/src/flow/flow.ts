import { AppError } from "@genie/errors";
import { FlowStep } from "@genie/schema";
import { z } from "zod";
import { sentencesOf } from "./sentences-of.ts";

/** An action flow as it is stored, which may be wrong. */
export type Flow = {
  slug: string;
  name: string;
  /** JSON Schema of its input; null takes any object. */
  input_schema: Record<string, unknown> | null;
  steps: unknown;
};

export type RunLimits = { steps: number; ms: number };
export const runLimits = { steps: 30, ms: 120_000 } as const satisfies RunLimits;

const Steps = z.array(FlowStep).min(1);

/** The steps of a flow. Throws `conflict` when they can't be read. */
export function stepsOf(flow: Flow): FlowStep[] {
  const parsed = Steps.safeParse(flow.steps);
  if (parsed.success) return parsed.data;
  throw new AppError(
    "conflict",
    `The steps of "${flow.name}" are not as they should be: ${sentencesOf(parsed.error)} Nothing was done; ask your administrator to mend it.`,
  );
}
