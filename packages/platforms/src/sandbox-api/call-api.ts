import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext } from "../adapter.ts";
import type { Platform } from "../platform.ts";

/** What the API answered; `body` is null when it is no JSON. */
export type ApiAnswer = { status: number; retryAfterMs: number | null; body: unknown };

type Call = {
  method?: "DELETE" | "GET" | "POST";
  body?: object | FormData;
  headers?: Record<string, string>;
  /** Instead of those of the context. */
  cookies?: readonly Cookie[];
  timeoutMs?: number;
};

const answersWithinMs = 20_000;

const Refusal = z.object({ error: z.object({ message: z.string() }) });

/** Calls the API with the session of the account. Throws what `fetch` throws. */
export async function callApi(
  { fetch, signal, cookies: signedIn }: AdapterContext,
  platform: Platform,
  path: string,
  {
    method = "GET",
    body,
    headers = {},
    cookies = signedIn,
    timeoutMs = answersWithinMs,
  }: Call = {},
): Promise<ApiAnswer> {
  const token = cookies.find(({ name }) => platform.sessionCookies.includes(name))?.value;
  const isForm = body instanceof FormData;
  const answer = await fetch(`${apiOrigin(platform.origin)}/api${path}`, {
    method,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    redirect: "manual",
    headers: {
      ...headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  return {
    status: answer.status,
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
    body: await answer.json().catch(() => null),
  };
}

/** The same for calls that change nothing. Throws `upstream_unavailable` where nobody answers. */
export async function reachApi(...call: Parameters<typeof callApi>): Promise<ApiAnswer> {
  try {
    return await callApi(...call);
  } catch (cause) {
    throw noAnswer(call[1], cause);
  }
}

/** What an answer says. All that is no answer to the question is thrown as adapters throw. */
export function readAnswer<Schema extends z.ZodType>(
  platform: Platform,
  answer: ApiAnswer,
  schema: Schema,
): z.output<Schema> {
  const { name } = platform;
  if (answer.status === 401) {
    throw new AppError(
      "reconnect_required",
      `The session on ${name} has ended. Nothing was changed there; sign in again.`,
    );
  }
  if (answer.status === 429) throw tooOften(platform, answer);
  if (answer.status >= 500) throw noAnswer(platform, answer.status);
  if (answer.status === 422) {
    throw new AppError("platform_rejected", `${name} refused it. It says: ${saidBy(answer)}`);
  }
  const parsed = schema.safeParse(answer.body);
  if (answer.status < 300 && parsed.success) return parsed.data;
  throw new AppError(
    "platform_changed",
    `${name} answers in another way now. Nothing was changed there; update Genie Helper.`,
    { cause: parsed.error ?? answer.status },
  );
}

/** The site's own words about why it refused; empty when it has none. */
export function saidBy({ body }: ApiAnswer): string {
  return Refusal.safeParse(body).data?.error.message ?? "";
}

function tooOften({ name }: Platform, { retryAfterMs }: ApiAnswer): AppError {
  return new AppError(
    "rate_limited",
    `${name} wants a pause. Nothing was changed there; it is tried again afterwards.`,
    retryAfterMs === null ? {} : { retry: { afterMs: retryAfterMs } },
  );
}

function noAnswer({ name }: Platform, cause: unknown): AppError {
  return new AppError(
    "upstream_unavailable",
    `${name} does not answer as it should. Nothing was changed there; try again in some minutes.`,
    { cause },
  );
}

/** Every name under localhost is this machine (RFC 6761), which the system's resolver may not know. */
function apiOrigin(origin: string): string {
  const url = new URL(origin);
  if (url.hostname.endsWith(".localhost")) url.hostname = "127.0.0.1";
  return url.origin;
}
