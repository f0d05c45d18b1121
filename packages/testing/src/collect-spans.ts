import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { stackUnderTest } from "./stack-under-test.ts";

const Value = z.record(z.string(), z.unknown()).transform((value) => Object.values(value)[0]);
const Attributes = z
  .array(z.object({ key: z.string(), value: Value }))
  .default([])
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, value])));
const Request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: Attributes,
            }),
          ),
        }),
      ),
    }),
  ),
});

export type CollectedSpan = {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  attributes: Record<string, unknown>;
};

/**
 * A collector where the services of the stack send their spans: OTLP over HTTP, in JSON (OpenTelemetry Protocol 1.x).
 * `spans` grows as they arrive.
 */
export async function collectSpans(): Promise<{ spans: CollectedSpan[]; close: () => void }> {
  const { hostname, port } = new URL(stackUnderTest().collectorUrl);
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    spans.push(...spansIn(Request.parse(await json(request))));
    response.writeHead(200, { "content-type": "application/json" });
    response.end("{}");
  });
  server.listen(Number(port), hostname);
  await once(server, "listening");
  return {
    spans,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function spansIn({ resourceSpans }: z.infer<typeof Request>): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap((scope) =>
      scope.spans.map(({ parentSpanId, ...span }) => ({
        ...span,
        parentSpanId,
        service: String(resource.attributes["service.name"]),
      })),
    ),
  );
}
