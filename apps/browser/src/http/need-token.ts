import { equalSecrets } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { createMiddleware } from "hono/factory";

export type Tokens = {
  /** Of who signs in, acts and posts. */
  full: string;
  /** Of who only reads, in sessions of its own. */
  reader: string;
};
/** Whose session it is, and what may be done with it. */
export type Caller = keyof Tokens;
export type CallerEnv = { Variables: { caller: Caller } };

/** What a reader may call: nothing that fills in, posts, takes files or gives cookies out. */
const readerCalls: Record<string, RegExp> = {
  POST: /^\/sessions(\/[^/]+\/(sealed_cookie_login|navigate|extract|read))?$/,
  DELETE: /^\/sessions\/[^/]+$/,
};

/** Lets in who has a token, to what it opens. */
export function needToken(tokens: Tokens) {
  return createMiddleware<CallerEnv>(async (context, next) => {
    const [, given = ""] = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    const isReader = equalSecrets(given, tokens.reader);
    if (!isReader && !equalSecrets(given, tokens.full)) {
      throw new AppError("unauthenticated", "The browser service needs its own token.");
    }
    if (isReader && !readerCalls[context.req.method]?.test(context.req.path)) {
      throw new AppError("forbidden", "This token may only read pages. Nothing was done.");
    }
    context.set("caller", isReader ? "reader" : "full");
    await next();
  });
}
