import { AppError } from "@genie/errors";
import {
  CaptureAnswer,
  type CaptureRequest,
  PairingOverview,
  RedeemAnswer,
  type RedeemRequest,
} from "@genie/pairing";
import { z } from "zod";

const Answered = z.object({ data: z.unknown() });
const Refusal = z.object({
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .min(1),
});

type Call = { method: "GET" | "POST"; path: string; token?: string; body?: object };

/** Takes a code to the server that gave it out. Throws `unauthenticated` when it does not take it. */
export async function redeem(origin: string, request: RedeemRequest): Promise<RedeemAnswer> {
  return send(origin, { method: "POST", path: "redeem", body: request }, RedeemAnswer);
}

/**
 * The calls of a paired browser. They go to its server and nowhere else, with its token and no cookie.
 * Throw `unauthenticated` when the pairing has ended, `upstream_unavailable` when the server does not
 * answer, and what it refuses in its own words.
 */
export function serverCalls({ origin, token }: { origin: string; token: string }) {
  return {
    overview: () => send(origin, { method: "GET", path: "platforms", token }, PairingOverview),
    capture: (body: CaptureRequest) =>
      send(origin, { method: "POST", path: "sessions", token, body }, CaptureAnswer),
    wipe: (account: string) =>
      send(
        origin,
        { method: "POST", path: "wipe", token, body: { account_id: account } },
        z.unknown(),
      ),
    leave: () => send(origin, { method: "POST", path: "leave", token, body: {} }, z.unknown()),
  };
}

async function send<Answer extends z.ZodType>(
  origin: string,
  { method, path, token, body }: Call,
  shape: Answer,
): Promise<z.output<Answer>> {
  const response = await fetch(`${origin}/api/directus/pairings/${path}`, {
    method,
    credentials: "omit",
    redirect: "error",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((cause: unknown) => {
    throw unreachable(origin, cause);
  });
  const json: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(origin, response.status, json);
  const parsed = shape.safeParse(Answered.safeParse(json).data?.data);
  if (!parsed.success) throw unreachable(origin, parsed.error);
  return parsed.data;
}

function refusalOf(origin: string, status: number, json: unknown): AppError {
  const [first] = Refusal.safeParse(json).data?.errors ?? [];
  // Only Genie Helper's own word ends a pairing: anything on the way may answer 401.
  if (first === undefined || status >= 500) return unreachable(origin, json);
  if (first.extensions.code === "INVALID_CREDENTIALS") {
    return new AppError("unauthenticated", first.message);
  }
  return new AppError("invalid_input", first.message);
}

const unreachable = (origin: string, cause: unknown) =>
  new AppError(
    "upstream_unavailable",
    `${origin} does not answer as Genie Helper does. Nothing was changed; check the address and that it is running, and try again.`,
    { cause },
  );
