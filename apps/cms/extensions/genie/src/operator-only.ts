import type { Accountability, GateRequest } from "./directus.ts";
import { callerOf } from "./caller.ts";
import { refusal } from "./refusals.ts";

/** Whether it is who holds the token of the set-up service: an administrator's account does not do. */
export const isOperator = (accountability: Accountability | null | undefined): boolean =>
  accountability !== undefined &&
  accountability !== null &&
  callerOf(accountability) === "admin" &&
  accountability.user === null;

/** Refuses everybody but the operator. */
export function requireOperator({ accountability }: GateRequest): void {
  if (isOperator(accountability)) return;
  throw refusal(
    "FORBIDDEN",
    "Only the operator may do this, from the command line: npm run genie. Nothing was changed.",
  );
}
