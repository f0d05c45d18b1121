import { AppError } from "@genie/errors";
import type { Context } from "hono";
import type { z } from "zod";

/** The body of a call, checked; a sentence names every field that is wrong. */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body: unknown = await context.req.json().catch(() => {
    throw new AppError("invalid_input", "The body is no JSON.");
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new AppError("invalid_input", `${problems.join("; ")}.`);
}
