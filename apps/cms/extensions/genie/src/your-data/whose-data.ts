import { personOf, requirePassword } from "../account/person.ts";
import { callerOf } from "../caller.ts";
import type { Context, GateRequest } from "../directus.ts";
import { requireOperator } from "../operator-only.ts";

/** Whose data a request is about: her own, when she knows her password, or `user` for the operator. */
export async function whoseData(
  context: Context,
  request: GateRequest,
  asked: { current: string } | { user: string },
): Promise<string> {
  if ("user" in asked) {
    requireOperator(request);
    return asked.user;
  }
  const user = personOf(request.accountability).user;
  await requirePassword(context, user, asked.current);
  return user;
}

/** The person who is signed in; null for the operator. */
export function herselfOrOperator(request: GateRequest): string | null {
  const { accountability } = request;
  const isOperator = callerOf(accountability) === "admin" && accountability?.user === null;
  return isOperator ? null : personOf(request.accountability).user;
}
