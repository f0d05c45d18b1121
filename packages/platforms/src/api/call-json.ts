import type { AdapterContext } from "../adapter.ts";

export type JsonCall = {
  method?: "DELETE" | "GET" | "POST";
  /** Sent as JSON, unless it is a form. */
  body?: object | FormData;
  headers?: Record<string, string>;
  /** Sent as a bearer token. */
  token?: string | undefined;
  timeoutMs?: number;
};

/** What was answered; `body` is null when it is no JSON, or too much. */
export type JsonAnswer = { status: number; headers: Headers; body: unknown };

/** Tells servers who asks. */
export const userAgent = "GenieHelper";

/** Unless more is asked for. */
export const answersWithinMs = 20_000;

/** A page of a hundred long posts is a tenth of that. */
export const mostBytes = 8 * 1024 * 1024;

/** Calls an API. Throws what `fetch` throws. */
export async function callJson(
  { fetch, signal }: Pick<AdapterContext, "fetch" | "signal">,
  url: string,
  { method = "GET", body, headers = {}, token, timeoutMs = answersWithinMs }: JsonCall,
): Promise<JsonAnswer> {
  const isForm = body instanceof FormData;
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    // Nobody but the server that was named gets to see the token.
    redirect: "manual",
    headers: {
      "user-agent": userAgent,
      ...headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: await readJson(answer) };
}

/** How long a server wants to be left alone, where it says so in seconds; else null. */
export function retryAfterMs(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

async function readJson({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return null;
  }
}
