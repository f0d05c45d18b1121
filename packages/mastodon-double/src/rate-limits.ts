import type { Context } from "hono";
import { ApiError } from "./api-error.ts";
import type { Account, Settings, State } from "./state.ts";

type Window = { name: "deletions" | "requests" | "uploads"; ms: number };

const minuteMs = 60_000;

/** Counts a request and says what is left, or refuses it: docs.joinmastodon.org/api/rate-limits. */
export function countRequest(state: State, context: Context, account: Account): void {
  const windows = windowsOf(context).map((window) => count(state, account, window));
  const tightest = windows.reduce((one, other) => (other.left < one.left ? other : one));
  context.header("X-RateLimit-Limit", String(tightest.most));
  context.header("X-RateLimit-Remaining", String(Math.max(0, tightest.left)));
  context.header("X-RateLimit-Reset", new Date(tightest.resetAt).toISOString());
  if (tightest.left < 0) throw new ApiError(429, "Too many requests");
}

function windowsOf({ req: { method, path } }: Context): Window[] {
  const isUpload = method === "POST" && /^\/api\/v[12]\/media$/.test(path);
  const isDeletion = method === "DELETE" && path.startsWith("/api/v1/statuses/");
  return [
    { name: "requests", ms: 5 * minuteMs },
    ...(isUpload ? [{ name: "uploads", ms: 30 * minuteMs } as const] : []),
    ...(isDeletion ? [{ name: "deletions", ms: 30 * minuteMs } as const] : []),
  ];
}

function count({ settings, requests }: State, { id }: Account, { name, ms }: Window) {
  const now = Date.now();
  const start = now - (now % ms);
  const key = `${name}:${id}`;
  const times = [...(requests.get(key) ?? []).filter((time) => time >= start), now];
  requests.set(key, times);
  const most: Settings[typeof name] = settings[name];
  return { most, left: most - times.length, resetAt: start + ms };
}
