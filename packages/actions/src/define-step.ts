import type { ActionEffect, ActionPreview } from "@genie/schema";
import type { z } from "zod";
import type { StepTools } from "./step-tools.ts";

export type StepContext = {
  tools: StepTools;
  /** Ends when the step's time is up or nobody waits for the run any more. */
  signal: AbortSignal;
};

/** One thing that a flow can do. */
export type Step<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  /** Kebab-case; flows call it by that. */
  name: string;
  /** For who writes flows: what it does, in one sentence. */
  description: string;
  /** Strict: a field that is not in it is refused. */
  input: Input;
  output: Output;
  /** What it does to the world; where that hangs on the input, a function of it. */
  effect: ActionEffect | ((input: z.output<Input>) => ActionEffect);
  /** How long it may take unless the flow says less. */
  timeoutMs: number;
  /** Whether it needs a language model or a browser, which an installation may lack. */
  needs?: "browser" | "model";
  run: (input: z.output<Input>, context: StepContext) => Promise<z.input<Output>>;
  /** What it would change, read from what is there now. Only looks. */
  preview?: (input: z.output<Input>, context: StepContext) => Promise<ActionPreview["lines"]>;
};

/** Declares a step. */
export const defineStep = <Input extends z.ZodType, Output extends z.ZodType>(
  step: Step<Input, Output>,
): Step<Input, Output> => step;
