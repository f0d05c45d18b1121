import { personOf, requirePassword } from "../account/person.ts";
import type { Context, GateRequest } from "../directus.ts";
import { isOperator, requireOperator } from "../operator-only.ts";

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
export function herselfOrOperator({ accountability }: GateRequest): string | null {
  return isOperator(accountability) ? null : personOf(accountability).user;
}
