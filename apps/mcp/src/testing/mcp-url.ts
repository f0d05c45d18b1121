import { readFileSync } from "node:fs";
import { stackUnderTest } from "@genie/testing";

const { mcp } = JSON.parse(readFileSync(stackUnderTest().runFile, "utf8")) as { mcp: string };

/** The MCP server of the stack under test, without the dashboard before it. */
export const mcpUrl = `${mcp}/mcp`;
