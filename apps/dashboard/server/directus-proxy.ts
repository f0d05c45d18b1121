import { createProxyServer } from "httpxy";
import { Agent, type IncomingMessage, ServerResponse } from "node:http";

const neverReached =
  "Genie Helper's data service is not answering. Nothing was changed; try again in a minute.";
const lostOnTheWay =
  "The connection to Genie Helper's data service was lost. Check whether your change arrived before you try again.";

/**
 * Passes a request on to Directus, streaming both ways and without a size limit. When Directus
 * cannot be reached the caller gets 503 in the shape of Directus' own errors.
 */
export function createDirectusProxy(options: {
  directusUrl: string;
  proxySecret: string;
  timeoutMs: number;
  /** How long a connection is kept for the next request: less than Directus keeps it. */
  idleMs: number;
  onError: (error: unknown) => void;
}): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const proxy = createProxyServer({
    target: options.directusUrl,
    headers: { "x-genie-proxy": options.proxySecret },
    proxyTimeout: options.timeoutMs,
    agent: new Agent({ keepAlive: true, timeout: options.idleMs }),
    xfwd: false,
  });
  proxy.on("error", (error, _request, response) => {
    options.onError(error);
    if (response instanceof ServerResponse) sendUnavailable(response, error);
    else response?.destroy();
  });
  return async (request, response, path) => {
    request.url = path;
    await proxy.web(request, response);
  };
}

function sendUnavailable(response: ServerResponse, error: Error): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = wasRefused(error) ? neverReached : lostOnTheWay;
  response.writeHead(503, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
    "retry-after": "5",
  });
  response.end(
    JSON.stringify({ errors: [{ message, extensions: { code: "SERVICE_UNAVAILABLE" } }] }),
  );
}

function wasRefused(error: Error): boolean {
  const code = "code" in error ? error.code : undefined;
  return ["ECONNREFUSED", "EHOSTUNREACH", "ENOTFOUND", "ENETUNREACH"].includes(String(code));
}
