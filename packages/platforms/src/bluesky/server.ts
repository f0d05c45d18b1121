import { Agent, XRPCError } from "@atproto/api";
import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { AdapterContext } from "../adapter.ts";
import { answersWithinMs, mostBytes, userAgent } from "../api/call-json.ts";
import { noAnswer, tooOften } from "../api/errors.ts";
import { sessionParts } from "./platform.ts";

const mostSaid = 300;

type Way = {
  /** Where people sign in. */
  entry: string;
  /** Instead of those of the context. */
  cookies?: readonly Cookie[];
  timeoutMs?: number;
};

/** The account's own server, spoken to with the account's session. Without one it is the entry. */
export type Server = { agent: Agent; origin: string; did: string | null };

export function serverOf(
  { fetch, signal, cookies: signedIn }: AdapterContext,
  { entry, cookies = signedIn, timeoutMs = answersWithinMs }: Way,
): Server {
  const part = (name: string) => cookies.find((cookie) => cookie.name === name)?.value ?? null;
  const token = part(sessionParts.token);
  const origin = part(sessionParts.server) ?? entry;
  const handler = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set("user-agent", userAgent);
    if (token !== null) headers.set("authorization", `Bearer ${token}`);
    const answer = await fetch(new URL(path, origin), {
      ...init,
      headers,
      // Nobody but the account's server gets to see the token.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const { status } = answer;
    return new Response(answer.body?.pipeThrough(atMost(mostBytes)) ?? null, {
      status,
      headers: answer.headers,
    });
  };
  return { agent: new Agent(handler), origin, did: part(sessionParts.did) };
}

/** What went wrong with a call, as far as it matters to what comes next. */
export type Trouble =
  | "changed"
  | "no_answer"
  | "rejected"
  | "session_ended"
  | "too_large"
  | "too_often";

const endedNames = new Set(["ExpiredToken", "InvalidToken"]);

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof XRPCError)) return "changed";
  const status: number = error.status;
  if (status === 401 || endedNames.has(error.error)) return "session_ended";
  if (status === 413) return "too_large";
  if (status === 429) return "too_often";
  // 1 stands for no answer at all.
  if (status === 1 || status >= 500) return "no_answer";
  return status === 400 || status === 403 ? "rejected" : "changed";
}

/** Makes a call that may be repeated. All that is no answer to the question is thrown as adapters throw. */
export async function ask<Data>(call: () => Promise<{ data: Data }>): Promise<Data> {
  try {
    return (await call()).data;
  } catch (error) {
    throw asAppError(error);
  }
}

/** The server's own words about why it refused, as a sentence. */
export function saidBy(error: unknown): string {
  const words = error instanceof XRPCError ? error.message.slice(0, mostSaid).trim() : "";
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** How long the server wants to be left alone; null where it does not say. */
export function pauseMs(error: unknown): number | null {
  const headers = error instanceof XRPCError ? error.headers : undefined;
  const seconds = Number(headers?.["retry-after"] ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1000;
  // When its window ends, in seconds since 1970.
  const resetAt = Number(headers?.["ratelimit-reset"] ?? Number.NaN);
  return Number.isFinite(resetAt) ? Math.max(1000, resetAt * 1000 - Date.now()) : null;
}

function asAppError(error: unknown): AppError {
  // A guarded fetch refuses with one.
  const inner = error instanceof XRPCError ? error.cause : error;
  if (inner instanceof AppError) return inner;
  switch (troubleOf(error)) {
    case "session_ended":
      return new AppError(
        "reconnect_required",
        "The session on Bluesky has ended. Nothing was changed there; sign in again.",
      );
    case "too_often":
      return tooOften("Bluesky", pauseMs(error));
    case "too_large":
      return new AppError(
        "platform_rejected",
        "The account's server takes no file as large as this. Nothing was posted; choose a smaller one.",
      );
    case "rejected":
      return new AppError(
        "platform_rejected",
        `Bluesky refused it. Nothing was posted. It says: ${saidBy(error)}`,
      );
    case "no_answer":
      return noAnswer("Bluesky", inner);
    case "changed":
    default:
      return new AppError(
        "platform_changed",
        "Bluesky answers in another way now. Nothing was changed there; update Genie Helper.",
        { cause: error },
      );
  }
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(part, controller) {
      left -= part.length;
      if (left < 0) controller.error(new Error("The answer is too long."));
      else controller.enqueue(part);
    },
  });
}
