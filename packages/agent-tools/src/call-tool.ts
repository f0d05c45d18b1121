import { escapeTags } from "@genie/actions";
import { AppError, type ErrorCode, messageForPeople } from "@genie/errors";
import type { z } from "zod";
import { agentTools } from "./agent-tools.ts";
import type { ToolAnswer } from "./agent-tool.ts";
import type { Gate } from "./gate.ts";
import { longest, presentValue } from "./present-rows.ts";

/**
 * An answer as text, compact JSON, or a sentence that says what is wrong and what can be done. What the gate
 * refuses is JSON too, {error, hint, untrusted: {message}}, since its sentences quote names of files and of
 * rules. `sentence` says the same to people.
 */
export type ToolResult = { text: string } & Pick<ToolAnswer, "foreign" | "waiting"> &
  ({ failed: false } | { failed: true; sentence: string });

const byName = new Map(agentTools.map((tool) => [tool.name, tool]));

/** Runs a tool by name on what a model gave. Never throws but for a name that there is not: null. */
export async function callTool(
  name: string,
  input: unknown,
  gate: Gate,
): Promise<ToolResult | null> {
  const tool = byName.get(name);
  if (!tool) return null;
  const parsed = tool.input.safeParse(input ?? {});
  if (!parsed.success) return failure(`${name}: ${describe(parsed.error)} Nothing was done.`);
  const refusals = new Set<unknown>();
  try {
    const { value, ...rest } = await tool.run(parsed.data, noting(gate, refusals));
    return { text: JSON.stringify(value), failed: false, ...rest };
  } catch (error) {
    return refusals.has(error) ? refused(error) : failure(withHint(error));
  }
}

/** The gate, with all that it throws put into `refusals`. */
function noting(gate: Gate, refusals: Set<unknown>): Gate {
  const note = (error: unknown) => {
    refusals.add(error);
    throw error;
  };
  return {
    read: (...asked) => gate.read(...asked).catch(note),
    act: (...asked) => gate.act(...asked).catch(note),
  };
}

const failure = (sentence: string): ToolResult => ({
  text: escapeTags(sentence),
  sentence,
  failed: true,
  foreign: false,
});

function refused(error: unknown): ToolResult {
  const hint = hintOn(error);
  const value = {
    error: error instanceof AppError ? error.code : "internal",
    ...(hint && { hint }),
    untrusted: { message: presentValue(messageForPeople(error), longest.row) },
  };
  return { text: JSON.stringify(value), sentence: withHint(error), failed: true, foreign: true };
}

/** Each problem with its place; never what was sent. */
const describe = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.length > 0 ? `${path.join(".")}: ` : ""}${message}.`)
    .join(" ")
    .slice(0, 1_000);

/** What an agent can do next. */
const hintOn = (error: unknown): string | undefined =>
  error instanceof AppError ? hints[error.code] : undefined;

const withHint = (error: unknown): string =>
  [messageForPeople(error), hintOn(error)].filter((part) => part !== undefined).join(" ");

const hints: Partial<Record<ErrorCode, string>> = {
  forbidden:
    "It is not there or not within your rights. get-collection-schema says what you may use; look for ids with read-items.",
  not_found: "Look for it with read-items or search-items.",
  unauthenticated: "Ask your person for a new token: dashboard, Settings.",
  rate_limited: "Wait a minute, then go on more slowly.",
};
