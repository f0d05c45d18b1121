import { AppError, type ErrorCode } from "@genie/errors";
import type { ActionRequest } from "@genie/schema";
import { z } from "zod";
import type { Gate, GateOptions, Send } from "./gate.ts";

/** Longer than a run may take. */
const answersWithinMs = 150_000;

const Refused = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
const Answered = z.object({ data: z.unknown() });

/**
 * The way to Directus with the rights of `headers`. Both calls throw `AppError` with Directus' own sentence:
 * `unauthenticated`, `forbidden`, `not_found`, `invalid_input`, `conflict`, `rate_limited`,
 * `upstream_unavailable` or `internal`.
 */
export function createGate(options: GateOptions): Gate {
  const { url, source, afterForeignText = () => false } = options;
  return {
    read: (path, query = {}) => ask(options, `${url}${path}${asSearch(query)}`, { method: "GET" }),
    act: (path, params) => {
      const body: ActionRequest = { params, source, after_foreign_text: afterForeignText() };
      return ask(options, `${url}/actions/${path}`, { method: "POST", body: JSON.stringify(body) });
    },
  };
}

async function ask(
  { headers, send = sendByFetch, signal }: GateOptions,
  address: string,
  request: { method: "GET" | "POST"; body?: string },
): Promise<unknown> {
  const patience = AbortSignal.timeout(answersWithinMs);
  const answer = await send(address, {
    ...request,
    headers: {
      accept: "application/json",
      ...headers,
      ...(request.body !== undefined && { "content-type": "application/json" }),
    },
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  }).catch((cause: unknown) => {
    throw new AppError("upstream_unavailable", unanswered, { cause });
  });
  const body = parse(answer.text);
  if (answer.status < 200 || answer.status > 299) throw refusedBy(answer.status, body);
  const answered = Answered.safeParse(body);
  if (!answered.success) throw new AppError("internal", unreadable);
  return answered.data.data;
}

const sendByFetch: Send = async (address, request) => {
  const response = await fetch(address, { ...request, redirect: "error" });
  return { status: response.status, text: await response.text() };
};

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusedBy(status: number, body: unknown): AppError {
  const refused = Refused.safeParse(body);
  const isRefusal = status >= 400 && status < 500;
  const code = codes[status] ?? (isRefusal ? "invalid_input" : "internal");
  const own = isRefusal ? refused.data?.errors[0]?.message : undefined;
  return new AppError(code, own ?? (status < 500 ? unreadable : unanswered));
}

const codes: Record<number, ErrorCode> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  429: "rate_limited",
  502: "upstream_unavailable",
  503: "upstream_unavailable",
  504: "upstream_unavailable",
};

const unanswered =
  "The data service did not answer. Check whether a change arrived before you try again.";
const unreadable = "The data service gave an answer that can't be read. Try again in a minute.";

/** As Directus reads a query: lists with commas, objects as JSON. */
function asSearch(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    search.set(key, asParameter(value));
  }
  return search.size === 0 ? "" : `?${search.toString()}`;
}

function asParameter(value: unknown): string {
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "string" ? value : JSON.stringify(value);
}
