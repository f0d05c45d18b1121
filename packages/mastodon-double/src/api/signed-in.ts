import type { Context } from "hono";
import { ApiError } from "../api-error.ts";
import { countRequest } from "../rate-limits.ts";
import type { Account, State } from "../state.ts";

/** The account whose token comes with the request; counts the request. Throws as Mastodon answers. */
export function signedIn(state: State, context: Context): Account {
  const said = context.req.header("authorization") ?? "";
  const account = state.accounts.find(({ token }) => said === `Bearer ${token}`);
  if (account === undefined) throw new ApiError(401, "The access token is invalid");
  if (account.isRevoked) throw new ApiError(401, "The access token was revoked");
  countRequest(state, context, account);
  return account;
}
