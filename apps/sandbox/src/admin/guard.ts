import { createMiddleware } from "hono/factory";
import { equalTokens } from "../accounts/secret-token.ts";
import type { AppEnv } from "../http/app-env.ts";
import { isLoopbackAddress } from "../http/loopback.ts";

/** Lets in who has the admin token and calls from this machine; the address is the connection's own. */
export function needAdmin(adminToken: string) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const address = context.env.incoming.socket.remoteAddress ?? "";
    const [, given = ""] = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    if (isLoopbackAddress(address) && equalTokens(given, adminToken)) return next();
    const message = "The admin API needs the admin token, and a call from this machine.";
    return context.json({ error: { code: "unauthenticated", message } }, 401);
  });
}
