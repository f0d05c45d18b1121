import { createProxyServer } from "httpxy";
import { Agent, type IncomingMessage, ServerResponse } from "node:http";

const unavailable =
  "Genie Helper's MCP server is not answering. Check whether a change arrived before you try again.";

/**
 * Passes an agent's request on to the MCP server, streaming both ways. When that cannot be reached the agent gets
 * 503 with an error of JSON-RPC.
 */
export function createMcpProxy(options: {
  mcpUrl: string;
  timeoutMs: number;
  /** How long a connection is kept for the next request: less than the MCP server keeps it. */
  idleMs: number;
  onError: (error: unknown) => void;
}): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const proxy = createProxyServer({
    target: options.mcpUrl,
    proxyTimeout: options.timeoutMs,
    agent: new Agent({ keepAlive: true, timeout: options.idleMs }),
    xfwd: false,
  });
  proxy.on("error", (error, _request, response) => {
    options.onError(error);
    if (response instanceof ServerResponse && !response.headersSent) sendUnavailable(response);
    else response?.destroy();
  });
  return async (request, response, path) => {
    request.url = path;
    await proxy.web(request, response);
  };
}

function sendUnavailable(response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "application/json",
    "cache-control": "no-store",
    connection: "close",
    "retry-after": "5",
  });
  response.end(
    JSON.stringify({ jsonrpc: "2.0", error: { code: -32_603, message: unavailable }, id: null }),
  );
}
