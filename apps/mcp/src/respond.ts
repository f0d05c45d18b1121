import {
  createMcpHandler,
  isLegacyRequest,
  type McpServerFactory,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";

/**
 * Answers one request of the Model Context Protocol without keeping anything, in JSON as long as the server says
 * nothing before its answer: by revision 2026-07-28 and by the earlier ones that begin with `initialize`.
 */
export function createResponder(
  factory: McpServerFactory,
  onError: (error: Error) => void,
): (request: Request) => Promise<Response> {
  const modern = createMcpHandler(factory, {
    legacy: "reject",
    maxSubscriptions: 1,
    onerror: onError,
  });
  return async (request) => {
    if (!(await isLegacyRequest(request))) return modern.fetch(request);
    if (request.method !== "POST") return notAllowed();
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = await factory({ era: "legacy", requestInfo: request });
    try {
      await server.connect(transport);
      return await transport.handleRequest(request);
    } finally {
      await server.close();
    }
  };
}

const notAllowed = () =>
  Response.json(
    {
      jsonrpc: "2.0",
      error: { code: -32_000, message: "Only POST: this server keeps no sessions and no streams." },
      id: null,
    },
    { status: 405, headers: { allow: "POST" } },
  );
