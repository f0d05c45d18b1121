import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { AdapterContext, LogInResult, ProfileFigures } from "../adapter.ts";
import type { Credentials } from "../platform.ts";
import type { AccountOn } from "./account-on.ts";
import { Me } from "./api-types.ts";
import { userAgent } from "../api/call-json.ts";
import { hostOf, reachApi, readAnswer } from "./call-api.ts";
import { tokenCookie } from "./platform.ts";

const path = "/v1/accounts/verify_credentials";

/** Takes an access token for a session, if the server says that it is the account's. */
export async function logIn(
  context: AdapterContext,
  { origin, name }: AccountOn,
  { token = "" }: Credentials,
): Promise<LogInResult> {
  const cookies = [sessionCookie(origin, token)];
  const answer = await reachApi(context, origin, path, { cookies });
  if (answer.status === 401) throw refused(origin);
  requireAccount(origin, name, readAnswer(origin, answer, Me).username);
  return { kind: "signed_in", cookies, userAgent, expiresAt: null };
}

/** `expired` when the token does not hold any more. Throws `invalid_input` for who has none at all. */
export async function resumeSession(
  context: AdapterContext,
  { origin, name }: AccountOn,
  cookies: Cookie[],
): Promise<"active" | "expired"> {
  if (cookies.length === 0) {
    throw new AppError(
      "invalid_input",
      "Mastodon is read by its API, so no browser can read it. Nothing was changed; let Genie read the account by itself.",
    );
  }
  const answer = await reachApi(context, origin, path, { cookies });
  if (answer.status === 401) return "expired";
  requireAccount(origin, name, readAnswer(origin, answer, Me).username);
  return "active";
}

/** Who the token is of. */
export async function readMe(context: AdapterContext, { origin }: AccountOn) {
  return readAnswer(origin, await reachApi(context, origin, path), Me);
}

/** The figures of the account itself. */
export async function scrapeProfile(
  context: AdapterContext,
  account: AccountOn,
): Promise<ProfileFigures> {
  const me = await readMe(context, account);
  return {
    displayName: me.display_name || me.username,
    followers: me.followers_count,
    following: me.following_count,
    posts: me.statuses_count,
    likes: null,
    earnings: null,
    currency: null,
  };
}

function requireAccount(origin: string, name: string, given: string): void {
  if (given.toLowerCase() === name) return;
  const server = hostOf(origin);
  throw new AppError(
    "reconnect_required",
    `This access token is of @${given.slice(0, 64)} on ${server}, and not of @${name}. Nothing was changed there; connect the account with its own token.`,
  );
}

function sessionCookie(origin: string, value: string): Cookie {
  const { hostname, protocol } = new URL(origin);
  return {
    name: tokenCookie,
    value,
    domain: hostname,
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: protocol === "https:",
    sameSite: "Strict",
  };
}

function refused(origin: string): AppError {
  return new AppError(
    "reconnect_required",
    `${hostOf(origin)} did not accept this access token. Nothing was changed there; copy the token again, or make a new one, and connect the account with it.`,
  );
}
