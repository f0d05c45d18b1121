import type { IncomingMessage, ServerResponse } from "node:http";
import { enterSpan } from "./in-span.ts";
import { histogram } from "./metrics.ts";

export type WatchOptions = {
  /**
   * Which kind of address this was, told when the answer is out: a pattern out of a bounded set, such as
   * `/items/:collection`, and never the address itself.
   */
  route: (request: IncomingMessage) => string;
  /** The caller's `traceparent`, when it is a service of ours; null begins a new request. */
  parent: (request: IncomingMessage) => string | null;
};

const methods = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "SEARCH"]);

/** Runs `work` as one request: with an id, a span, and a value in the histogram of durations. */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { route, parent }: WatchOptions,
  work: () => void,
): void {
  const startedAt = performance.now();
  const { method: given = "" } = request;
  const method = methods.has(given) ? given : "other";
  const attributes = { "http.request.method": method };
  const span = enterSpan(method, { kind: "server", attributes, parent: parent(request) }, () => {
    response.once("close", () => {
      const pattern = route(request);
      const status = response.headersSent ? response.statusCode : 0;
      durations().observe(
        { method, route: pattern, status: `${Math.floor(status / 100)}xx` },
        (performance.now() - startedAt) / 1000,
      );
      span.end({
        name: `${method} ${pattern}`,
        attributes: { "http.route": pattern, "http.response.status_code": status },
        failed: status === 0 || status >= 500,
      });
    });
    work();
  });
}

const durations = () =>
  histogram({
    name: "genie_http_request_duration_seconds",
    help: "How long requests took, by the pattern of their address",
    labels: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  });

/** The `traceparent` that a request brought; null when it brought none. */
export function parentOf({ headers }: IncomingMessage): string | null {
  const { traceparent } = headers;
  return typeof traceparent === "string" ? traceparent : null;
}
