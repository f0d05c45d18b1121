import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isApiToken } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { hostHeaderValidation, originValidation, toNodeHandler } from "@modelcontextprotocol/node";
import { createProbes, parentOf, watchRequest } from "@genie/telemetry";
import { type Respond, unauthorized } from "./serve-tools.ts";

const loopback = ["127.0.0.1", "localhost", "[::1]"];
const largestBody = 1024 * 1024;

export type HttpServiceOptions = {
  host: "0.0.0.0" | "127.0.0.1";
  port: number;
  /** The host by which people reach it, beside loopback. */
  publicHost: string;
  respond: Respond;
  /** What answers `/health`, `/ready` and `/metrics`. */
  probes: ReturnType<typeof createProbes>;
  onError: (error: Error) => void;
};

export type HttpService = { port: number; close: () => Promise<void> };

/**
 * Listens: `/health`, `/ready`, `/metrics`, and `/mcp` for who calls it by a name of ours, from no page but ours, with an
 * API token of ours. What comes back is `respond`'s. Throws `misconfigured` when the port is taken.
 */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const listener = createListener(options);
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 30_000 },
    (request, response) => {
      if (options.probes(request, response)) return;
      watchRequest(request, response, { route: routeOf, parent: parentOf }, () => {
        listener(request, response).catch((error: unknown) => {
          options.onError(error as Error);
          response.destroy();
        });
      });
    },
  );
  server.listen(options.port, options.host);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "misconfigured",
      `Port ${options.port} can't be used; another program may have it. Set MCP_PORT to a free one.`,
      { cause },
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

const routeOf = ({ url = "" }: IncomingMessage) =>
  url.split("?")[0] === "/mcp" ? "/mcp" : "other";

function createListener({ publicHost, respond, onError }: HttpServiceOptions) {
  const hosts = [...new Set([...loopback, publicHost])];
  const hostFits = hostHeaderValidation(hosts);
  const originFits = originValidation(hosts);
  const handle = toNodeHandler(
    {
      fetch: async (request) => {
        const token = bearerToken(request);
        return token === null ? unauthorized() : respond(request, token);
      },
    },
    { maxRequestBodySize: largestBody, onerror: onError },
  );
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path] = (request.url ?? "").split("?");
    if (path !== "/mcp") return sendJson(response, 404, { status: "unknown" });
    if (!hostFits(request, response) || !originFits(request, response)) return;
    response.setHeader("cache-control", "no-store");
    const { method = "GET", url = "/" } = request;
    await handle(Object.assign(request, { method, url }), response);
  };
}

/** Sessions, services' tokens and what comes in an address are none. */
function bearerToken(request: Request): string | null {
  const given = /^Bearer ([^\s]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return isApiToken(given) ? given : null;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
