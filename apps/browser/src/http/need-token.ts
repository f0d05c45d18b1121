import { equalSecrets } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { createMiddleware } from "hono/factory";

export type Tokens = {
  /** Of who signs in, acts and posts. */
  full: string;
  /** Of who only reads, in sessions of its own. */
  reader: string;
  /** Of who shows live views to people; it opens nothing else. */
  viewer: string;
};
/** Whose session it is, and what may be done with it. */
export type Caller = "full" | "reader";
export type CallerEnv = { Variables: { caller: Caller } };

/**
 * What a reader may call: nothing that fills in, posts, takes files or gives cookies out. Of `act` it has
 * what `requireReaderStep` lets through.
 */
const readerCalls: Record<string, RegExp> = {
  GET: /^\/sessions\/[^/]+\/(observe|screenshot|state)$/,
  POST: /^\/sessions(\/[^/]+\/(sealed_cookie_login|navigate|extract|more|read|act))?$/,
  DELETE: /^\/sessions\/[^/]+$/,
};

/** Lets in who has a token, to what it opens. */
export function needToken(tokens: Tokens) {
  return createMiddleware<CallerEnv>(async (context, next) => {
    const holder = holderOf(tokens, context.req.header("authorization"));
    if (holder === "viewer") {
      throw new AppError("forbidden", "This token only opens live views. Nothing was done.");
    }
    const isReader = holder === "reader";
    if (isReader && !readerCalls[context.req.method]?.test(context.req.path)) {
      throw new AppError("forbidden", "This token may only read pages. Nothing was done.");
    }
    context.set("caller", holder);
    await next();
  });
}

/** Whose token a request brings. Throws `unauthenticated` when it is nobody's. */
export function holderOf(tokens: Tokens, authorization: string | undefined): keyof Tokens {
  const [, given = ""] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
  for (const holder of ["full", "reader", "viewer"] as const) {
    if (equalSecrets(given, tokens[holder])) return holder;
  }
  throw new AppError("unauthenticated", "The browser service needs its own token.");
}
