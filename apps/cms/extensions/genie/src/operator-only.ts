import type { GateRequest } from "./directus.ts";
import { callerOf } from "./caller.ts";
import { refusal } from "./refusals.ts";

/** Refuses everybody but who holds the token of the set-up service: an administrator's account does not do. */
export function requireOperator({ accountability }: GateRequest): void {
  const isOperator = callerOf(accountability) === "admin" && accountability?.user === null;
  if (accountability && isOperator) return;
  throw refusal(
    "FORBIDDEN",
    "Only the operator may do this, from the command line: npm run genie. Nothing was changed.",
  );
}
