import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { requestId, traceHeaders, watchRequest } from "@genie/telemetry";
import { replaceForwardingHeaders } from "./forwarding-headers.ts";
import { routePattern } from "./route-pattern.ts";
import { requestTarget } from "./request-target.ts";
import { securityHeaders } from "./security-headers.ts";

type Handlers = {
  /** Answers what is asked about the service itself; false for all else. */
  probes: (request: IncomingMessage, response: ServerResponse) => boolean;
  clientAddress: (request: IncomingMessage) => string;
  publicOrigin: string;
  toDirectus: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  toMcp: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  toPage: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  onError: (error: unknown) => void;
};

/**
 * The outermost hop: nothing behind it sees a header by which a client vouches for itself. Each request gets its id
 * here, which the answer names as `x-request-id`.
 */
export function createRequestListener(handlers: Handlers): RequestListener {
  return (request, response) => {
    if (handlers.probes(request, response)) return;
    const pattern = routePattern(request);
    watchRequest(request, response, { route: () => pattern, parent: () => null }, () => {
      response.setHeader("x-request-id", requestId() ?? "");
      route(handlers, request, response).catch((error: unknown) => {
        handlers.onError(error);
        if (response.headersSent) response.destroy();
        else sendText(response, 500, "Something went wrong on our side. Try again in a minute.");
      });
    });
  };
}

async function route(
  handlers: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = requestTarget(request);
  const { host } = request.headers;
  replaceForwardingHeaders(request, {
    address: handlers.clientAddress(request),
    publicOrigin: handlers.publicOrigin,
  });
  Object.assign(request.headers, traceHeaders());
  switch (target.kind) {
    case "refused":
      return sendText(response, 400, "This server answers for itself only.");
    case "directus-root":
      response.writeHead(308, { location: "/api/directus/" });
      response.end();
      return;
    case "directus":
      return handlers.toDirectus(request, response, target.path);
    case "mcp":
      // It looks itself by which name it was called. No session of a browser is its business.
      if (host !== undefined) request.headers.host = host;
      delete request.headers.cookie;
      return handlers.toMcp(request, response, target.path);
    case "page":
      response.setHeaders(new Map(Object.entries(securityHeaders(handlers.publicOrigin))));
      return handlers.toPage(request, response);
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${text}\n`);
}
