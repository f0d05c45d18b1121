import { AppError } from "@genie/errors";
import type { z } from "zod";

/**
 * The variables of a program as its schema describes them. Throws `misconfigured` with one sentence
 * that names each variable that is missing or wrong, never a value. `program` begins it: "The worker".
 */
export function parseEnv<Schema extends z.ZodType>(
  schema: Schema,
  variables: Record<string, string | undefined>,
  program: string,
): z.output<Schema> {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new AppError(
    "misconfigured",
    `${program} can't start with these settings. ${problems.join("; ")}. They are explained in .env.example.`,
  );
}
