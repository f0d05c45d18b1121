import { z } from "zod";

/** What is looked at to see whether a platform can be read, in that order. */
export const checkSteps = ["session", "figures", "posts", "fans"] as const;

/** The `result` of a `verify_platform` job. A sentence for people says how each step went. */
export const CheckResult = z.object({
  passed: z.boolean(),
  steps: z.array(
    z.object({ step: z.enum(checkSteps), passed: z.boolean(), sentence: z.string().min(1) }),
  ),
});
export type CheckResult = z.infer<typeof CheckResult>;
