import { AppError } from "@genie/errors";
import { z } from "zod";
import type { Flow } from "../flow/flow.ts";
import { sentencesOf } from "../flow/sentences-of.ts";

/**
 * The input of a run, with the defaults of the flow's schema. Throws `invalid_input` with what is wrong
 * with it, `conflict` when the schema is none.
 */
export function checkParams(flow: Flow, params: Record<string, unknown>): Record<string, unknown> {
  const schema = readInputSchema(flow.input_schema);
  if (schema === null) {
    throw new AppError(
      "conflict",
      `What "${flow.name}" takes can't be read. Nothing was done; ask your administrator to mend it.`,
    );
  }
  const input = schema.safeParse(params);
  if (input.success) return Object.fromEntries(Object.entries(input.data));
  throw new AppError(
    "invalid_input",
    `"${flow.name}" can't run with this: ${sentencesOf(input.error)} Nothing was done.`,
  );
}

/** Null for what is no JSON Schema of an object. A schema is read once, since each run asks for its own several times. */
export function readInputSchema(
  schema: Record<string, unknown> | null,
): z.ZodType<Record<string, unknown>> | null {
  if (schema === null) return anything;
  const known = read.get(schema);
  if (known !== undefined) return known;
  const made = makeInputSchema(schema);
  read.set(schema, made);
  return made;
}

const anything = z.record(z.string(), z.unknown());
const read = new WeakMap<object, z.ZodType<Record<string, unknown>> | null>();

function makeInputSchema(
  schema: Record<string, unknown>,
): z.ZodType<Record<string, unknown>> | null {
  if (schema["type"] !== "object") return null;
  try {
    // Of type object, so what it lets through is one.
    return z.fromJSONSchema(schema) as z.ZodType<Record<string, unknown>>;
  } catch {
    return null;
  }
}
