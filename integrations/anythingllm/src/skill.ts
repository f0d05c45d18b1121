import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

const folder = join(import.meta.dirname, "..", "genie-helper-actions");

const Plugin = z.object({
  active: z.literal(true),
  hubId: z.literal("genie-helper-actions"),
  schema: z.literal("skill-1.0.0"),
  imported: z.literal(true),
  setup_args: z.record(z.string(), z.object({ type: z.literal("string"), required: z.boolean() })),
  examples: z.array(z.object({ prompt: z.string(), call: z.string() })),
  entrypoint: z.object({
    file: z.literal("handler.js"),
    params: z.record(
      z.string(),
      z.object({ description: z.string(), type: z.enum(["string", "number", "boolean"]) }),
    ),
  }),
});

type Called = { action?: string; params?: unknown; text?: string };
type Runtime = { handler: (this: object, input: Called) => Promise<unknown> };

/** `plugin.json`, in the form that AnythingLLM wants (its documentation, "plugin.json reference"). */
export const plugin = Plugin.parse(JSON.parse(readFileSync(join(folder, "plugin.json"), "utf8")));

/** An agent that has the skill, as AnythingLLM's server makes one of it: loaded by `require`, called on itself. */
export function startAgent(runtimeArgs: Record<string, string>) {
  const require = createRequire(import.meta.url);
  const { runtime } = require(join(folder, plugin.entrypoint.file)) as { runtime: Runtime };
  const thoughts: string[] = [];
  const skill = {
    super: {},
    config: plugin,
    runtimeArgs,
    introspect: (thought: string) => void thoughts.push(thought),
    logger: () => {},
    ...runtime,
  };
  return {
    thoughts,
    call: async (input: Called): Promise<string> => z.string().parse(await skill.handler(input)),
  };
}
