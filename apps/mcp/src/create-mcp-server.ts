import {
  agentTools,
  callTool,
  createGate,
  type Gate,
  inputSchemaOf,
  instructions,
  type Send,
} from "@genie/agent-tools";
import { ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";

export type McpServerOptions = {
  directusUrl: string;
  /** Whose token it is, that is who asks. */
  token: string;
  /** How Directus is asked; by `fetch` unless it is given. */
  send?: Send;
};

/** Made once: a server lives for one request. */
const tools = agentTools.map((tool) => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: inputSchemaOf(tool),
  annotations: {
    readOnlyHint: tool.hints.readOnly,
    ...(tool.hints.readOnly
      ? {}
      : { destructiveHint: tool.hints.destructive, idempotentHint: tool.hints.idempotent }),
    openWorldHint: tool.hints.openWorld,
  },
}));

/** A server of the 17 tools for one connection or request, which acts as the token's user. */
export function createMcpServer({ directusUrl, token, send }: McpServerOptions): Server {
  const server = new Server(
    { name: "genie-helper", title: "Genie Helper", version: "1.0.0" },
    { capabilities: { tools: {} }, instructions },
  );
  const gateUntil = (signal: AbortSignal): Gate =>
    createGate({
      url: directusUrl,
      headers: { authorization: `Bearer ${token}` },
      source: "mcp",
      signal,
      ...(send && { send }),
    });
  server.setRequestHandler("tools/list", () => ({ tools }));
  server.setRequestHandler("tools/call", async ({ params }, { mcpReq }) => {
    const result = await callTool(params.name, params.arguments, gateUntil(mcpReq.signal));
    if (result === null) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool of this name. There are: ${tools.map(({ name }) => name).join(", ")}.`,
      );
    }
    const { text, failed } = result;
    return { content: [{ type: "text" as const, text }], ...(failed && { isError: true }) };
  });
  return server;
}
