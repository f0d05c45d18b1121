import { AppError, type ErrorCode, messageForPeople } from "@genie/errors";
import type { z } from "zod";
import { agentTools } from "./agent-tools.ts";
import type { ToolAnswer } from "./agent-tool.ts";
import type { Gate } from "./gate.ts";

/** An answer as text, compact JSON, or a sentence that says what is wrong and what can be done. */
export type ToolResult = { text: string; failed: boolean } & Pick<
  ToolAnswer,
  "foreign" | "waiting"
>;

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
  try {
    const { value, ...rest } = await tool.run(parsed.data, gate);
    return { text: JSON.stringify(value), failed: false, ...rest };
  } catch (error) {
    return failure(messageForPeople(error) + hintOn(error));
  }
}

const failure = (text: string): ToolResult => ({ text, failed: true, foreign: false });

/** Each problem with its place; never what was sent. */
const describe = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.length > 0 ? `${path.join(".")}: ` : ""}${message}.`)
    .join(" ")
    .slice(0, 1_000);

/** What an agent can do next. */
function hintOn(error: unknown): string {
  const hint = error instanceof AppError ? hints[error.code] : undefined;
  return hint === undefined ? "" : ` ${hint}`;
}

const hints: Partial<Record<ErrorCode, string>> = {
  forbidden:
    "It is not there or not within your rights. get-collection-schema says what you may use; look for ids with read-items.",
  not_found: "Look for it with read-items or search-items.",
  unauthenticated: "Ask your person for a new token: dashboard, Settings.",
  rate_limited: "Wait a minute, then go on more slowly.",
};
