import { equalSecrets } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { createMiddleware } from "hono/factory";

/** Lets in who has the token. */
export function needToken(token: string) {
  return createMiddleware(async (context, next) => {
    const [, given = ""] = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    if (!equalSecrets(given, token)) {
      throw new AppError("unauthenticated", "The browser service needs its own token.");
    }
    await next();
  });
}
