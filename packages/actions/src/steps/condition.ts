import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { fits, Test } from "../flow/conditions.ts";

export const condition = defineStep({
  name: "condition",
  description:
    'Goes on when `value` fits `is`, such as {"_eq": "draft"}; else the run ends here and its result says `otherwise`. Answers {met, why}.',
  input: z.strictObject({
    /** Left out, as an optional reference may be: null. */
    value: z.unknown().optional(),
    is: Test,
    /** A sentence for people. */
    otherwise: z.string().trim().min(1).max(500),
  }),
  output: z.strictObject({ met: z.boolean(), why: z.string().nullable() }),
  effect: "read",
  timeoutMs: 1000,
  onlyLooks: true,
  run: async ({ value, is, otherwise }) => {
    const met = fits(value, is);
    return { met, why: met ? null : otherwise };
  },
  endsRun: ({ met }) => !met,
});
