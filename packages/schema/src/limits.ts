import { z } from "zod";

/**
 * `POST /limits/count`, the set-up service's: one request of `key` against an allowance of `points` in `seconds`. What
 * has the same name is counted together.
 */
export const CountRequest = z.strictObject({
  name: z.enum(["questions", "registrations"]),
  key: z.string().min(1).max(200),
  points: z.int().min(1).max(1_000_000),
  seconds: z.int().min(1).max(86_400),
});
export type CountRequest = z.infer<typeof CountRequest>;

/** Null where it is within the allowance. */
export const CountAnswer = z.object({ retry_after_ms: z.number().nonnegative().nullable() });
export type CountAnswer = z.infer<typeof CountAnswer>;
