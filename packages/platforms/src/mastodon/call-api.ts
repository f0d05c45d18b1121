import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext } from "../adapter.ts";
import { callJson, type JsonCall, retryAfterMs } from "../api/call-json.ts";
import { noAnswer, reaching, tooOften } from "../api/errors.ts";
import { tokenCookie } from "./platform.ts";

/** What the server answered; `body` is null when it is no JSON, or too much. */
export type ApiAnswer = {
  status: number;
  retryAfterMs: number | null;
  /** Where the next page of a list begins. */
  nextMaxId: string | null;
  body: unknown;
};

type Call = Omit<JsonCall, "token"> & {
  /** Instead of those of the context. */
  cookies?: readonly Cookie[];
};

const mostSaid = 300;

/** Calls the API of the account's server with its token. Throws what `fetch` throws. */
export async function callApi(
  context: AdapterContext,
  origin: string,
  path: string,
  { cookies = context.cookies, ...call }: Call = {},
): Promise<ApiAnswer> {
  const token = tokenOf(cookies, origin);
  const { status, headers, body } = await callJson(context, `${origin}/api${path}`, {
    ...call,
    token,
  });
  return { status, retryAfterMs: pauseMs(status, headers), nextMaxId: nextOf(headers), body };
}

/** The same for calls that may be repeated. Throws `upstream_unavailable` where nobody answers. */
export function reachApi(...call: Parameters<typeof callApi>): Promise<ApiAnswer> {
  return reaching(hostOf(call[1]), callApi(...call));
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
  if (status === 429) throw tooOften(server, answer.retryAfterMs);
  if (status >= 500) throw noAnswer(server, status);
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

/** A token goes to the server that it is of and to no other, whatever the account is called by now. */
const tokenOf = (cookies: readonly Cookie[], origin: string) =>
  cookies.find(({ name, domain }) => name === tokenCookie && domain === new URL(origin).hostname)
    ?.value;

function notAllowed(origin: string, answer: ApiAnswer): AppError {
  return new AppError(
    "reconnect_required",
    `${hostOf(origin)} does not allow this with the access token. Nothing was changed there; connect the account with a token that has all four permissions. ${reasonOf(answer)}`,
  );
}

const nextOf = (headers: Headers) =>
  /[?&]max_id=(\d+)[^>]*>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;

/** Mastodon says when its window ends, proxies before it how long to wait. */
function pauseMs(status: number, headers: Headers): number | null {
  const afterMs = retryAfterMs(headers);
  if (afterMs !== null || status !== 429) return afterMs;
  const resetAt = Date.parse(headers.get("x-ratelimit-reset") ?? "");
  return Number.isNaN(resetAt) ? null : Math.max(1000, resetAt - Date.now());
}
