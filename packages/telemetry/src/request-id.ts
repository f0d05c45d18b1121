import { context, isSpanContextValid, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";

// Once in a process; a second copy of this file, as in a bundle, finds the first one's and leaves it.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

/**
 * The id that everything done for one request shares, in every service, 32 hexadecimal digits: the trace id of W3C
 * Trace Context. Undefined outside of a request and a job.
 */
export function requestId(): string | undefined {
  const spanContext = trace.getSpanContext(context.active());
  return spanContext && isSpanContextValid(spanContext) ? spanContext.traceId : undefined;
}

/**
 * What runs now, as a `traceparent` of W3C Trace Context, for a service of ours. No platform is told: it is for calls
 * between our own programs alone.
 */
export function traceparent(): string | undefined {
  const spanContext = trace.getSpanContext(context.active());
  if (!spanContext || !isSpanContextValid(spanContext)) return undefined;
  const { traceId, spanId, traceFlags } = spanContext;
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}

/** The same as the headers of a request; empty outside of a request and a job. */
export function traceHeaders(): Record<string, string> {
  const value = traceparent();
  return value === undefined ? {} : { traceparent: value };
}

/** `fetch` for services of ours: tells them which request it is that they work for. */
export const tracedFetch =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const value = traceparent();
    if (value === undefined) return fetch(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
    headers.set("traceparent", value);
    return fetch(input, { ...init, headers });
  };

/** `work`, which is done later and elsewhere, for the request that runs now. */
export const bound = <Work extends (...args: never[]) => unknown>(work: Work): Work =>
  context.bind(context.active(), work);
