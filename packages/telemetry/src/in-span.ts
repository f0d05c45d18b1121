import { randomBytes } from "node:crypto";
import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from "@opentelemetry/api";
import { parseTraceParent } from "@opentelemetry/core";
import "./request-id.ts";

export type SpanOptions = {
  kind?: "client" | "consumer" | "internal" | "producer" | "server";
  /** Ids, names and numbers out of bounded sets: no content, no address with a query, nothing of a person. */
  attributes?: Attributes;
  /**
   * A `traceparent` that a service of ours handed on; null begins a request of its own. What runs now, unless it is
   * given. One that can't be read counts as none.
   */
  parent?: string | null | undefined;
};

const kinds = {
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  server: SpanKind.SERVER,
};

// Not the one that libraries find by themselves: what they write down is not ours to know.
let tracer: Tracer | undefined;

/** From now on spans are recorded. */
export function recordWith(recorder: Tracer | undefined): void {
  tracer = recorder;
}

/**
 * Runs `work` as a part of a request: its log lines, jobs and calls carry the request's id. Where spans are recorded
 * it is one, with an error's code and never its message. What `work` throws is thrown.
 */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const { span, within } = startSpan(name, options);
  return context.with(within, async () => {
    try {
      return await work();
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span?.end();
    }
  });
}

/** The same for a request whose end is told by `end`, and not by what `work` returns. */
export function enterSpan(
  name: string,
  options: SpanOptions,
  work: () => void,
): { end: (change: { name?: string; attributes?: Attributes; failed?: boolean }) => void } {
  const { span, within } = startSpan(name, options);
  context.with(within, work);
  return {
    end: ({ name: better, attributes, failed }) => {
      if (better !== undefined) span?.updateName(better);
      if (attributes) span?.setAttributes(attributes);
      if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    },
  };
}

function startSpan(
  name: string,
  { kind = "internal", attributes = {}, parent }: SpanOptions,
): { span: Span | undefined; within: Context } {
  const around = parent === undefined ? context.active() : contextOf(parent);
  if (tracer) {
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, around);
    return { span, within: trace.setSpan(around, span) };
  }
  const known = trace.getSpanContext(around);
  if (known && isSpanContextValid(known)) return { span: undefined, within: around };
  const spanContext = {
    traceId: randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    traceFlags: TraceFlags.NONE,
  };
  return { span: undefined, within: trace.setSpanContext(around, spanContext) };
}

function contextOf(parent: string | null): Context {
  const spanContext = parent === null ? null : parseTraceParent(parent);
  return spanContext
    ? trace.setSpanContext(ROOT_CONTEXT, { ...spanContext, isRemote: true })
    : ROOT_CONTEXT;
}

function markFailed(span: Span | undefined, error: unknown): void {
  if (!span) return;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unexpected";
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
