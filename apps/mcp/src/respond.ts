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
): (request: Request, message?: unknown) => Promise<Response> {
  const modern = createMcpHandler(factory, {
    legacy: "reject",
    maxSubscriptions: 1,
    onerror: onError,
  });
  return async (request, message) => {
    const parsed = message === undefined ? {} : { parsedBody: message };
    if (!(await isLegacyRequest(request, message))) return modern.fetch(request, parsed);
    if (request.method !== "POST") return notAllowed();
    if (request.signal.aborted) return forNobody();
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = await factory({ era: "legacy", requestInfo: request });
    try {
      await server.connect(transport);
      // The transport does not look at the signal, and when it is closed it never answers.
      return await Promise.race([transport.handleRequest(request, parsed), whenGone(request)]);
    } finally {
      // Nothing waits for it, least of all the answer. Calls that have not ended are ended by it.
      setImmediate(() => void server.close().catch(onError));
    }
  };
}

const whenGone = ({ signal }: Request): Promise<Response> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(forNobody()), { once: true });
  });

/** As nginx writes down that whoever asked has gone. */
const forNobody = () => new Response(null, { status: 499 });

const notAllowed = () =>
  Response.json(
    {
      jsonrpc: "2.0",
      error: { code: -32_000, message: "Only POST: this server keeps no sessions and no streams." },
      id: null,
    },
    { status: 405, headers: { allow: "POST" } },
  );
