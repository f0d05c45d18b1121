import { createMiddleware } from "hono/factory";
import { setTimeout as delay } from "node:timers/promises";
import type { Services } from "../services.ts";
import type { AppEnv } from "./app-env.ts";
import { respondNotice } from "./respond.ts";

/** Refuses or slows down what a fault is armed for. */
export function applyFaults(services: Services) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const { method, path } = context.req;
    const username = context.var.session?.username ?? null;
    const occasion = { username, path, method, isPage: !path.startsWith("/media/") };

    const slow = services.faults.take("slow", occasion);
    if (slow) await waitOrClose(services, slow.ms);

    const limited = services.faults.take("rate_limited", occasion);
    if (!limited) return next();
    const seconds = String(limited.retry_after_seconds);
    context.header("Retry-After", seconds);
    const sentence = `You are doing that too often. Try again in ${seconds} seconds.`;
    return respondNotice(services, context, 429, "Too many requests", sentence);
  });
}

/** Waits, or less when the server closes. */
export async function waitOrClose({ closing }: Services, ms: number): Promise<void> {
  await delay(ms, undefined, { signal: closing }).catch(() => {});
}
