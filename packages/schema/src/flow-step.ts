import { z } from "zod";

/**
 * A step of an action flow. In `with`, `$input.x` and `$key.field` stand for a value of the input or of
 * what an earlier step answered, dots and numbers go deeper, and `$$` is a dollar. A string that is
 * nothing but such a reference keeps the value's type; with `?` at its end the field is left out where
 * there is no such value.
 */
export const FlowStep = z.strictObject({
  /** What later steps call its answer by. */
  key: z
    .string()
    .regex(/^(?!input$)[a-z][a-z0-9_]{0,31}$/, "is up to 32 of a-z, 0-9 and _, and not input"),
  /** What it is, of the registry in `packages/actions`. */
  step: z.string().min(1).max(64),
  with: z.record(z.string(), z.unknown()).optional(),
  /** It is skipped unless this holds: references, each with operators such as `_eq`. */
  when: z.record(z.string(), z.unknown()).optional(),
  /** Shorter than the step's own, in milliseconds. */
  timeout_ms: z.int().min(1).max(120_000).optional(),
});
export type FlowStep = z.infer<typeof FlowStep>;
