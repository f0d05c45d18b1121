import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mcpFiles, type McpProgram, mcpSnippet } from "./mcp-snippets.ts";

const page = readFileSync(join(import.meta.dirname, "../../../../../docs/agents.md"), "utf8");
const origin = "http://localhost:3100";

it.each<[McpProgram, string]>([
  ["claude", "ght_your-token"],
  ["vscode", "${input:genie-token}"],
  ["cursor", "${env:GENIE_TOKEN}"],
])("what %s needs is what the documentation says", (program, token) => {
  const file = mcpFiles[program].replace("~/", "");
  const [, written = ""] = page.split(`\`\`\`json ${file}\n`);
  const documented: unknown = JSON.parse(written.slice(0, written.indexOf("```")));
  expect(documented).toMatchObject(JSON.parse(mcpSnippet(program, { origin, token })));
});
