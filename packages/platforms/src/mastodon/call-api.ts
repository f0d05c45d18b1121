import type { Cookie } from "@genie/browser-client";
import type { AdapterContext } from "../adapter.ts";
import { AppError } from "@genie/errors";
import { z } from "zod";
import { tokenCookie } from "./platform.ts";

/** What the server answered; `body` is null when it is no JSON, or too much. */
export type ApiAnswer = {
  status: number;
  retryAfterMs: number | null;
  /** Where the next page of a list begins. */
  nextMaxId: string | null;
  body: unknown;
};

type Call = {
  method?: "DELETE" | "GET" | "POST";
  body?: object | FormData;
  headers?: Record<string, string>;
  /** Instead of those of the context. */
  cookies?: readonly Cookie[];
  timeoutMs?: number;
};

const answersWithinMs = 20_000;
/** A page of forty long posts is a tenth of that. */
const mostBytes = 8 * 1024 * 1024;
const mostSaid = 300;

export const userAgent = "GenieHelper";

/** Calls the API of the account's server with its token. Throws what `fetch` throws. */
export async function callApi(
  { fetch, signal, cookies: signedIn }: AdapterContext,
  origin: string,
  path: string,
  {
    method = "GET",
    body,
    headers = {},
    cookies = signedIn,
    timeoutMs = answersWithinMs,
  }: Call = {},
): Promise<ApiAnswer> {
  const token = tokenOf(cookies);
  const isForm = body instanceof FormData;
  const answer = await fetch(`${origin}/api${path}`, {
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
  return {
    status: answer.status,
    retryAfterMs: retryAfterMs(answer),
    nextMaxId:
      /[?&]max_id=(\d+)[^>]*>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1] ?? null,
    body: await readJson(answer),
  };
}

/** The same for calls that may be repeated. Throws `upstream_unavailable` where nobody answers. */
export async function reachApi(...call: Parameters<typeof callApi>): Promise<ApiAnswer> {
  try {
    return await callApi(...call);
  } catch (cause) {
    throw cause instanceof AppError ? cause : noAnswer(call[1], cause);
  }
}

/** What an answer says. All that is no answer to the question is thrown as adapters throw. */
export function readAnswer<Schema extends z.ZodType>(
  origin: string,
  answer: ApiAnswer,
  schema: Schema,
): z.output<Schema> {
  const server = hostOf(origin);
  const { status } = answer;
  if (status === 401) {
    throw new AppError(
      "reconnect_required",
      `${server} does not accept the access token any more. Nothing was changed there; connect the account with a new one.`,
    );
  }
  if (status === 403) throw notAllowed(origin, answer);
  if (status === 413) {
    const sentence = `${server} takes no file as large as this. Nothing was posted; choose a smaller one.`;
    throw new AppError("platform_rejected", sentence);
  }
  if (status === 422) {
    const sentence = `${server} refused it. Nothing was posted. ${reasonOf(answer)}`;
    throw new AppError("platform_rejected", sentence);
  }
  if (status === 429) {
    throw new AppError(
      "rate_limited",
      `${server} wants a pause. Nothing was changed there; it is tried again afterwards.`,
      answer.retryAfterMs === null ? {} : { retry: { afterMs: answer.retryAfterMs } },
    );
  }
  if (status >= 500) throw noAnswer(origin, status);
  const parsed = schema.safeParse(answer.body);
  if (status >= 200 && status < 300 && parsed.success) return parsed.data;
  throw new AppError(
    "platform_changed",
    `${server} does not answer as a Mastodon server does. Nothing was changed there; check the name of the server.`,
    { cause: parsed.error ?? status },
  );
}

const Refusal = z.object({ error: z.string() });

/** Why the server refused, in its own words if it has some; a sentence. */
export function reasonOf({ body }: ApiAnswer): string {
  const said = Refusal.safeParse(body).data?.error.slice(0, mostSaid);
  return said ? `It says: "${said}".` : "It gives no reason.";
}

export const hostOf = (origin: string): string => new URL(origin).host;

const tokenOf = (cookies: readonly Cookie[]) =>
  cookies.find(({ name }) => name === tokenCookie)?.value;

function notAllowed(origin: string, answer: ApiAnswer): AppError {
  return new AppError(
    "reconnect_required",
    `${hostOf(origin)} does not allow this with the access token. Nothing was changed there; connect the account with a token that has all four permissions. ${reasonOf(answer)}`,
  );
}

function noAnswer(origin: string, cause: unknown): AppError {
  return new AppError(
    "upstream_unavailable",
    `${hostOf(origin)} does not answer as it should. Nothing was changed there; try again in some minutes.`,
    { cause },
  );
}

/** Mastodon says when its window ends, proxies before it how long to wait. */
function retryAfterMs({ status, headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1000;
  if (status !== 429) return null;
  const resetAt = Date.parse(headers.get("x-ratelimit-reset") ?? "");
  return Number.isNaN(resetAt) ? null : Math.max(1000, resetAt - Date.now());
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
