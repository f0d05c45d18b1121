import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import type { Flow } from "../flow/flow.ts";
import type { Registry } from "../registry.ts";

/** Answers what it was given. */
export const echo = defineStep({
  name: "echo",
  description: "Answers what it was given.",
  input: z.strictObject({ value: z.unknown().optional() }),
  output: z.strictObject({ value: z.unknown().optional() }),
  effect: "read",
  timeoutMs: 1000,
  run: async ({ value }) => ({ value }),
});

/** Writes a row after a while that never comes, and does not look whether it was given up. */
export const deaf = defineStep({
  name: "deaf",
  description: "Never ends, and looks at no signal.",
  input: z.strictObject({}),
  output: z.strictObject({}),
  effect: "write",
  timeoutMs: 60_000,
  run: () => new Promise<never>(() => {}),
});

export const failing = defineStep({
  name: "failing",
  description: "Fails.",
  input: z.strictObject({ known: z.boolean().default(true) }),
  output: z.strictObject({}),
  effect: "write",
  timeoutMs: 1000,
  run: async ({ known }) => {
    throw known
      ? new AppError("conflict", "It can't be done. Nothing was changed.")
      : new Error("connection refused by 10.0.0.7");
  },
});

export const scriptedSteps = { echo, deaf, failing } as const satisfies Registry;

/** A flow that takes any input. */
export const flowOf = (...steps: readonly object[]): Flow => ({
  slug: "test",
  name: "Test",
  input_schema: null,
  steps,
});
