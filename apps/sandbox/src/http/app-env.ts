import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Session } from "../accounts/session-store.ts";

/** What the middleware leaves for the routes. */
export type AppEnv = {
  Bindings: HttpBindings;
  Variables: { session: Session | null; csrf: string };
};
export type AppContext = Context<AppEnv>;
