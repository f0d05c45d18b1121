import { recordWith } from "./in-span.ts";

/** What a process has done for its spans; `stop` sends those that wait. */
export type Tracing = { stop: () => Promise<void> };

const stopWithinMs = 3_000;

/**
 * Sends the spans of this process to the collector at `endpoint`, by OTLP over HTTP. Where none is
 * set nothing is loaded, recorded or sent.
 */
export async function startTracing(
  service: string,
  endpoint: string | undefined,
): Promise<Tracing> {
  if (endpoint === undefined) return { stop: async () => undefined };
  const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resources.resourceFromAttributes({ "service.name": `genie-${service}` }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
  });
  recordWith(provider.getTracer("genie"));
  return {
    stop: async () => {
      recordWith(undefined);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, stopWithinMs);
      });
      // A collector that is away must not keep a service from stopping.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}
