import type { ActionEffect, ActionPreview } from "@genie/schema";
import type { z } from "zod";
import type { RunBrowser } from "./run/run-browser.ts";
import type { Row, StepTools } from "./step-tools.ts";

export type StepContext = {
  /** They refuse everything once the step is over, done or given up. */
  tools: StepTools;
  /** Ends when the step's time is up or nobody waits for the run any more. */
  signal: AbortSignal;
  /** The one browser of the run. */
  browser: RunBrowser;
  /** In a run that its person was asked about: what `holds` said then. */
  shown?: Row;
};

export type PreviewLine = ActionPreview["lines"][number];

/** One thing that a flow can do. */
export type Step<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> = {
  /** Kebab-case; flows call it by that. */
  name: string;
  /** For who writes flows: what it does, and what it answers. */
  description: string;
  /** Strict: a field that is not in it is refused. */
  input: Input;
  output: Output;
  /**
   * What it does to the world. Where that hangs on the input: which fields of it `of` looks at, and the
   * hardest that it can do, which counts as long as these are not known.
   */
  effect:
    | ActionEffect
    | {
        looksAt: readonly (keyof z.output<Input> & string)[];
        of: (input: z.output<Input>) => ActionEffect;
        atMost: ActionEffect;
      };
  /** How long it may take unless the flow says less. */
  timeoutMs: number;
  /** What an installation may lack and the step can't do without. */
  needs?: "browser" | "model";
  /** It answers from rows of hers, the same until they change: previews run it, to know what follows. */
  onlyLooks?: true;
  /** What it has begun may still take effect after it was given up; rows that it changes are taken back. */
  outlivesStop?: true;
  run: (input: z.output<Input>, context: StepContext) => Promise<z.input<Output>>;
  /** What it would change, read from what is there now. Only looks. */
  preview?: (input: z.output<Input>, context: StepContext) => Promise<PreviewLine[]>;
  /**
   * Fields of the row that it changes, and what they are now: while they are the same, the row is the one
   * of the preview. Null where nothing has to hold. Only looks.
   */
  holds?: (input: z.output<Input>, context: StepContext) => Promise<Row | null>;
  /** What it does as things are now, where that is softer than `effect`. Only looks. */
  effectNow?: (input: z.output<Input>, context: StepContext) => Promise<ActionEffect>;
  /** Whether the run ends with this answer, as a success. */
  endsRun?: (output: z.output<Output>) => boolean;
};

/** Declares a step. */
export const defineStep = <Input extends z.ZodObject, Output extends z.ZodType>(
  step: Step<Input, Output>,
): Step<Input, Output> => step;
