import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createApiToken } from "@genie/crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readStdioEnv } from "./env.ts";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/agents.md"), "utf8");
const snippets = [...page.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, name = "", text = ""]) => [name, text] as const,
);

const Http = z.strictObject({
  type: z.literal("http").optional(),
  url: z.url().endsWith("/mcp"),
  headers: z.strictObject({ Authorization: z.string().startsWith("Bearer ${") }),
});
const Stdio = z.strictObject({
  command: z.literal("node"),
  args: z.tuple([z.string()]),
  env: z.record(z.string(), z.string()),
});
const Server = z.strictObject({ "genie-helper": z.union([Http, Stdio]) });

/** Each by the keys that its program documents. */
const configurations: Record<string, z.ZodType<{ servers: z.infer<typeof Server> }>> = {
  "claude_desktop_config.json": z
    .strictObject({ mcpServers: Server })
    .transform(({ mcpServers }) => ({ servers: mcpServers })),
  ".vscode/mcp.json": z
    .strictObject({
      inputs: z.array(
        z.strictObject({
          type: z.literal("promptString"),
          id: z.string(),
          description: z.string(),
          password: z.literal(true),
        }),
      ),
      servers: Server,
    })
    .transform(({ servers }) => ({ servers })),
  ".cursor/mcp.json": z
    .strictObject({ mcpServers: Server })
    .transform(({ mcpServers }) => ({ servers: mcpServers })),
};

describe("the snippets for agents", () => {
  it("are these", () => {
    expect(snippets.map(([name]) => name)).toEqual(Object.keys(configurations));
  });

  it.each(snippets)("%s is what its program reads, and says where we are", (name, text) => {
    const { servers } = configurations[name]?.parse(JSON.parse(text)) ?? {};
    const server = servers?.["genie-helper"];
    expect(server).toBeDefined();
    const started = server && "args" in server ? [server] : [];
    for (const { args, env } of started) {
      const [script] = args;
      expect(existsSync(join(root, script.replace("/path/to/genie-helper/", "")))).toBe(true);
      expect(() => readStdioEnv({ ...env, GENIE_TOKEN: createApiToken().token })).not.toThrow();
      expect(Object.keys(env)).toEqual(["GENIE_URL", "GENIE_TOKEN"]);
    }
  });
});
