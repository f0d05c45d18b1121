import { AppError } from "@genie/errors";
import type { Context } from "hono";
import type { z } from "zod";

/** The body of a call, checked. A problem names fields and never repeats what they held. */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const body: unknown = await context.req.json().catch(() => {
    throw new AppError("invalid_input", "The body is no JSON.");
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join(".") || "body"))];
  throw new AppError("invalid_input", `These fields are missing or wrong: ${fields.join(", ")}.`);
}
