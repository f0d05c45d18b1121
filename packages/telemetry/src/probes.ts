import type { IncomingMessage, ServerResponse } from "node:http";
import { equalSecrets } from "@genie/crypto";
import { registry } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

export type ProbeOptions = {
  ready: () => Promise<Readiness>;
  /** Bearer token that opens metrics and sentences; undefined: nobody's. */
  token: string | undefined;
  /** Who else may read the sentences; nobody unless it is given. */
  mayReadSentences?: (request: IncomingMessage) => Promise<boolean>;
  /** Whether the request came from this machine's own network and by no proxy; metrics are for such alone. */
  isInside?: (request: IncomingMessage) => boolean;
};

/**
 * Answers `GET /health` (the process lives), `GET /ready` (it can do its work now: 200, else 503) and
 * `GET /metrics` (Prometheus' text); false for any other request. Everybody is told the state and the names of parts,
 * an operator the sentences. Who may not read metrics does not learn that there are any.
 */
export function createProbes(
  options: ProbeOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const [path] = (request.url ?? "").split("?");
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (path === "/health") {
      sendJson(response, 200, { status: "ok" });
      return true;
    }
    const answer = path === "/ready" ? sendReady : path === "/metrics" ? sendMetrics : null;
    if (answer === null) return false;
    answer(options, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { status: "failed" });
    });
    return true;
  };
}

async function sendReady(
  { ready, token, mayReadSentences }: ProbeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, parts, troubles } = await ready();
  const isOperator = holds(request, token) || ((await mayReadSentences?.(request)) ?? false);
  sendJson(response, status === "ready" ? 200 : 503, {
    status,
    parts,
    ...(isOperator && { troubles }),
  });
}

async function sendMetrics(
  { token, isInside = () => true }: ProbeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isInside(request) || !holds(request, token)) {
    return sendJson(response, 404, { status: "unknown" });
  }
  const text = await registry.metrics();
  response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" });
  response.end(text);
}

function holds({ headers }: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return false;
  const [, given = ""] = /^Bearer (.+)$/i.exec(headers.authorization ?? "") ?? [];
  return equalSecrets(given, token);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
