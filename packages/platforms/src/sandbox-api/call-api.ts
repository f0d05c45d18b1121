import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext } from "../adapter.ts";
import { callJson, type JsonCall, retryAfterMs } from "../api/call-json.ts";
import { noAnswer, reaching, tooOften } from "../api/errors.ts";
import type { Platform } from "../platform.ts";

/** What the API answered; `body` is null when it is no JSON. */
export type ApiAnswer = { status: number; retryAfterMs: number | null; body: unknown };

type Call = Omit<JsonCall, "token"> & {
  /** Instead of those of the context. */
  cookies?: readonly Cookie[];
};

const Refusal = z.object({ error: z.object({ message: z.string() }) });

/** Calls the API with the session of the account. Throws what `fetch` throws. */
export async function callApi(
  context: AdapterContext,
  platform: Platform,
  path: string,
  { cookies = context.cookies, ...call }: Call = {},
): Promise<ApiAnswer> {
  const token = cookies.find(({ name }) => platform.sessionCookies.includes(name))?.value;
  const url = `${apiOrigin(platform.origin)}/api${path}`;
  const { status, headers, body } = await callJson(context, url, { ...call, token });
  return { status, retryAfterMs: retryAfterMs(headers), body };
}

/** The same for calls that change nothing. Throws `upstream_unavailable` where nobody answers. */
export function reachApi(...call: Parameters<typeof callApi>): Promise<ApiAnswer> {
  return reaching(call[1].name, callApi(...call));
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
  if (answer.status === 429) throw tooOften(name, answer.retryAfterMs);
  if (answer.status >= 500) throw noAnswer(name, answer.status);
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

/** Every name under localhost is this machine (RFC 6761), which the system's resolver may not know. */
function apiOrigin(origin: string): string {
  const url = new URL(origin);
  if (url.hostname.endsWith(".localhost")) url.hostname = "127.0.0.1";
  return url.origin;
}
