import { ActionAnswer } from "@genie/schema";
import type { ToolAnswer } from "./agent-tool.ts";
import type { Gate } from "./gate.ts";
import { presentValue } from "./present-rows.ts";

const longestResult = 8_000;

/** Runs a tool that changes something where the brakes are. */
export const runTool = (gate: Gate, tool: string, params: Record<string, unknown>) =>
  run(gate, `tools/${tool}`, params);

/** Runs an action by its slug there. */
export const runAction = (gate: Gate, slug: string, params: Record<string, unknown>) =>
  run(gate, slug, params);

/** What an action answers may hold anything that it read, so it is untrusted as a whole. */
async function run(gate: Gate, path: string, params: Record<string, unknown>): Promise<ToolAnswer> {
  const answer = ActionAnswer.parse(await gate.act(path, params));
  if (answer.status === "done") {
    const own = path.startsWith("tools/") && path !== "tools/trigger-flow";
    const result = presentValue(answer.result, longestResult);
    const shown = own ? { result } : { untrusted: { result } };
    return { value: { done: true, ...shown }, foreign: !own };
  }
  const { id, preview, expires_at } = answer.confirmation;
  const value = {
    done: false,
    waiting: "Nothing was done yet. Your person confirms or declines this in the dashboard.",
    confirmation: id,
    expires_at,
    untrusted: { preview: presentValue(preview, longestResult) },
  };
  return { value, foreign: true, waiting: { confirmationId: id } };
}
