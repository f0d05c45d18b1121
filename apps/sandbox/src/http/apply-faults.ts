import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import { setTimeout as delay } from "node:timers/promises";
import type { Services } from "../services.ts";
import type { AppContext, AppEnv } from "./app-env.ts";

/** Refuses, breaks off or slows down what a fault is armed for. `refuse` says that it was too often. */
export function applyFaults(
  services: Services,
  refuse: (context: AppContext, sentence: string) => Response | Promise<Response>,
) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const { method, path } = context.req;
    const username = context.var.session?.username ?? null;
    const occasion = { username, path, method, isPage: !path.startsWith("/media/") };
    if (services.faults.take("outage", occasion)) return breakOff(context);

    const slow = services.faults.take("slow", occasion);
    if (slow) await waitOrClose(services, slow.ms);

    const limited = services.faults.take("rate_limited", occasion);
    if (!limited) return next();
    const seconds = String(limited.retry_after_seconds);
    context.header("Retry-After", seconds);
    return refuse(context, `You are doing that too often. Try again in ${seconds} seconds.`);
  });
}

/** Waits, or less when the server closes. */
export async function waitOrClose({ closing }: Services, ms: number): Promise<void> {
  await delay(ms, undefined, { signal: closing }).catch(() => {});
}

/** Ends the connection without an answer. */
export function breakOff(context: AppContext): Response {
  context.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}
