import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { AdapterContext, LogInResult, ProfileFigures } from "../adapter.ts";
import type { Credentials, Platform } from "../platform.ts";
import { reachApi, readAnswer } from "./call-api.ts";
import { amountOf, currency } from "./money.ts";

const userAgent = "GenieHelper";

const SignedIn = z.object({
  token: z.string().min(1),
  username: z.string(),
  /** Milliseconds since 1970. */
  expires_at: z.number().nullable(),
});
const Challenge = z.object({ challenge: z.enum(["captcha", "code"]) });
const Me = z.object({
  username: z.string(),
  name: z.string(),
  posts: z.int(),
  followers: z.int(),
  following: z.int(),
  likes: z.int(),
  earnings_cents: z.int(),
});

/** Signs in with username and password; the token that comes is kept as the site's session cookie. */
export async function logIn(
  context: AdapterContext,
  platform: Platform,
  { username, password }: Credentials,
): Promise<LogInResult> {
  const call = { method: "POST", body: { username, password }, cookies: [] } as const;
  const answer = await reachApi(context, platform, "/session", call);
  if (answer.status === 401) throw refused(platform);
  const asked = Challenge.safeParse(answer.body).data?.challenge;
  if (answer.status === 403 && asked !== undefined) return challengeOf(platform, asked);
  const signedIn = readAnswer(platform, answer, SignedIn);
  requireAccount(context, platform, signedIn.username);
  return {
    kind: "signed_in",
    cookies: [sessionCookie(platform, signedIn.token, signedIn.expires_at)],
    userAgent,
    expiresAt: signedIn.expires_at === null ? null : new Date(signedIn.expires_at),
  };
}

/** `expired` when the token does not hold any more. Throws `invalid_input` for who has no cookies at all. */
export async function resumeSession(
  context: AdapterContext,
  platform: Platform,
  cookies: Cookie[],
): Promise<"active" | "expired"> {
  if (cookies.length === 0) {
    throw new AppError(
      "invalid_input",
      `${platform.name} has no pages, so no browser can read it. Nothing was changed; let Genie read the account by itself.`,
    );
  }
  const answer = await reachApi(context, platform, "/me", { cookies });
  if (answer.status === 401) return "expired";
  requireAccount(context, platform, readAnswer(platform, answer, Me).username);
  return "active";
}

/** The figures of the account itself. */
export async function scrapeProfile(
  context: AdapterContext,
  platform: Platform,
): Promise<ProfileFigures> {
  const me = readAnswer(platform, await reachApi(context, platform, "/me"), Me);
  const { followers, following, posts, likes } = me;
  const earnings = amountOf(me.earnings_cents);
  return { displayName: me.name, followers, following, posts, likes, earnings, currency };
}

/** Throws `reconnect_required` when somebody else is signed in. */
function requireAccount({ username }: AdapterContext, { name }: Platform, given: string): void {
  if (plain(given) === plain(username)) return;
  throw new AppError(
    "reconnect_required",
    `On ${name} @${plain(given)} is signed in, and not @${plain(username)}. Nothing was changed there; connect the account with its own log-in.`,
  );
}

const plain = (username: string) => username.trim().replace(/^@/, "").toLowerCase();

function sessionCookie(platform: Platform, value: string, expiresAt: number | null): Cookie {
  return {
    name: platform.sessionCookies[0] ?? "",
    value,
    domain: new URL(platform.origin).hostname,
    path: "/",
    expires: expiresAt === null ? -1 : Math.floor(expiresAt / 1000),
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  };
}

function challengeOf({ name }: Platform, asked: "captcha" | "code"): LogInResult {
  const wants = {
    captcha: `${name} wants to know whether you are a person.`,
    code: `${name} asks for a one-time code, which only you can enter.`,
  } as const;
  return {
    kind: "challenge",
    challenge: asked === "captcha" ? "captcha" : "one_time_code",
    sentence: `${wants[asked]} Sign in there yourself and hand the session over.`,
  };
}

function refused({ name }: Platform): AppError {
  return new AppError(
    "reconnect_required",
    `${name} did not accept this username and password. Check both and connect the account again; nothing was changed there.`,
  );
}
