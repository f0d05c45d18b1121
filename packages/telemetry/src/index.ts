export { type Check, createReadiness, type Readiness } from "./readiness.ts";
export { diskHasRoom, isReady, lives } from "./checks.ts";
export { enterSpan, inSpan, type SpanOptions } from "./in-span.ts";
export { bound, requestId, traceHeaders, tracedFetch, traceparent } from "./request-id.ts";
export { counter, gauge, histogram, watchProcess } from "./metrics.ts";
export { createProbes } from "./probes.ts";
export { parentOf, watchRequest } from "./watch-requests.ts";
export { startTracing, type Tracing } from "./start-tracing.ts";
export { telemetryVariables } from "./telemetry-variables.ts";
