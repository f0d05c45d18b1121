import type { Cookie, PageDriver, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { AdapterContext, LogInResult } from "../adapter.ts";
import type { Credentials, Platform } from "../platform.ts";
import { hasSession, sessionExpiresAt } from "../session-cookies.ts";
import { whats } from "./meanings.ts";
import { requireAccount } from "./signed-in-as.ts";
import { changed, isLogInPage, requireAnswer } from "./site-page.ts";

/** Signs in with username and password, as far as that leads; codes and pictures are for people. */
export async function logIn(
  context: AdapterContext,
  platform: Platform,
  credentials: Credentials,
): Promise<LogInResult> {
  const { username, password } = credentials;
  if (!username || !password) throw refused(platform);
  const page = await context.openPage();
  const shown = await page.navigate(`${platform.origin}/login`);
  requireAnswer(platform, shown);
  if (!isLogInPage(shown)) {
    // The browser has a session that still holds.
    await requireAccount(page, platform, context.username);
    return signedIn(page, platform);
  }
  await page.act({
    action: "fill",
    target: { label: "Username" },
    what: whats.username,
    value: username,
  });
  await page.act({
    action: "fill",
    target: { label: "Password" },
    what: whats.password,
    value: password,
    secret: true,
  });
  const state = await page.act({
    action: "click",
    target: { role: "button", name: "Log in", exact: true },
    what: whats.signIn,
    navigates: true,
  });
  const challenge = challengeOf(platform, state);
  if (challenge) return challenge;
  if (isLogInPage(state) && state.status === 401) throw refused(platform);
  requireAnswer(platform, state);
  if (isLogInPage(state)) throw changed(platform, "whether the log-in worked");
  await requireAccount(page, platform, context.username);
  return signedIn(page, platform);
}

/** Puts a stored session in. `expired` when the site asks for the log-in all the same. */
export async function resumeSession(
  context: AdapterContext,
  platform: Platform,
  cookies: Cookie[],
): Promise<"active" | "expired"> {
  const page = await context.openPage();
  const state = await page.cookieLogin(cookies, `${platform.origin}/`);
  requireAnswer(platform, state);
  if (isLogInPage(state)) return "expired";
  await requireAccount(page, platform, context.username);
  return "active";
}

/** Whether somebody is signed in on the page that is shown, as it is. */
export async function isSignedIn(page: PageDriver, platform: Platform): Promise<boolean> {
  const state = await page.state();
  if (new URL(state.url).origin !== platform.origin || isLogInPage(state)) return false;
  return hasSession(platform, await page.cookies());
}

/** What the site wants of a person, by the page that it leads to after the password. */
export function challengeOf(platform: Platform, state: PageState): LogInResult | null {
  switch (new URL(state.url).pathname) {
    case "/login/code":
      return {
        kind: "challenge",
        challenge: "one_time_code",
        sentence: `${platform.name} asks for a one-time code, which only you can enter. Sign in there yourself and hand the session over.`,
      };
    case "/login/captcha":
      return {
        kind: "challenge",
        challenge: "captcha",
        sentence: `${platform.name} wants to know whether you are a person. Sign in there yourself and hand the session over.`,
      };
    default:
      return null;
  }
}

async function signedIn(page: PageDriver, platform: Platform): Promise<LogInResult> {
  const cookies = await page.cookies();
  if (!hasSession(platform, cookies)) throw changed(platform, "which cookie is the session");
  const expiresAt = sessionExpiresAt(platform, cookies);
  return { kind: "signed_in", cookies, userAgent: page.userAgent, expiresAt };
}

function refused({ name }: Platform): AppError {
  return new AppError(
    "reconnect_required",
    `${name} did not accept this username and password. Check both and connect the account again; nothing was changed there.`,
  );
}
