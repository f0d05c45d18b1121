import { AppError, type ErrorCode } from "@genie/errors";
import type { ActionRequest } from "@genie/schema";
import { z } from "zod";
import type { Gate, GateOptions } from "./gate.ts";

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
    read: (path, query = {}) => send(options, `${url}${path}${asSearch(query)}`, { method: "GET" }),
    act: (path, params) => {
      const body: ActionRequest = { params, source, after_foreign_text: afterForeignText() };
      return send(options, `${url}/actions/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    },
  };
}

async function send(
  { headers, fetch = globalThis.fetch, signal }: GateOptions,
  address: string,
  init: RequestInit,
): Promise<unknown> {
  const patience = AbortSignal.timeout(answersWithinMs);
  const response = await fetch(address, {
    ...init,
    headers: { accept: "application/json", ...headers, ...(init.headers as object) },
    redirect: "error",
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  }).catch((cause: unknown) => {
    throw new AppError("upstream_unavailable", unanswered, { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusedBy(response.status, body);
  const answered = Answered.safeParse(body);
  if (!answered.success) throw new AppError("internal", unreadable);
  return answered.data.data;
}

function refusedBy(status: number, body: unknown): AppError {
  const refused = Refused.safeParse(body);
  const code = codes[status] ?? (status < 500 ? "invalid_input" : "internal");
  const own = status < 500 ? refused.data?.errors[0]?.message : undefined;
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
