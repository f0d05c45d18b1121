import type { Cookie, PageDriver, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { AdapterContext, LogInResult } from "../adapter.ts";
import type { Credentials, Platform } from "../platform.ts";
import type { Challenge, Site } from "./site.ts";
import { capturedStorage, hasSession, sessionExpiresAt } from "../session-cookies.ts";
import { requireAccount } from "./signed-in-as.ts";
import { changed, isLogInPage, requireAnswer, requireDrawn, showsLogIn } from "./site-page.ts";

/**
 * Signs in with username and password, as far as that leads; codes and pictures are for people. Where
 * people sign in by hand, it is theirs at once.
 */
export async function logIn(
  context: AdapterContext,
  site: Site,
  credentials: Credentials,
): Promise<LogInResult> {
  const { platform } = site;
  const { form } = site.logIn;
  if (form === null) return byHand(platform);
  const { username, password } = credentials;
  if (!username || !password) throw refused(platform);
  const page = await context.openPage();
  const shown = await page.navigate(platform.logInUrl);
  requireAnswer(platform, shown);
  if (!(await showsLogIn(page, site))) {
    // The browser has a session that still holds.
    await requireAccount(page, site, context.username);
    return signedIn(page, platform);
  }
  await page.act({ action: "fill", ...form.username, value: username });
  await page.act({ action: "fill", ...form.password, value: password, secret: true });
  const state = await page.act({ action: "click", ...form.submit, navigates: true });
  const challenge = await challengeOn(page, site, state);
  if (challenge) return asked(platform, challenge);
  if (isLogInPage(site, state) && state.status === 401) throw refused(platform);
  requireAnswer(platform, state);
  if (await showsLogIn(page, site)) throw changed(platform, "whether the log-in worked");
  await requireAccount(page, site, context.username);
  return signedIn(page, platform);
}

/** Puts a stored session in. `expired` when the site asks for the log-in all the same. */
export async function resumeSession(
  context: AdapterContext,
  site: Site,
  cookies: Cookie[],
): Promise<"active" | "expired"> {
  const { platform } = site;
  const page = await context.openPage();
  const state = await page.cookieLogin(
    cookies,
    `${platform.origin}${site.homePath}`,
    context.localStorage,
  );
  requireAnswer(platform, state);
  if (isLogInPage(site, state)) return "expired";
  try {
    await requireDrawn(page, site);
  } catch (error) {
    if (error instanceof AppError && error.code === "reconnect_required") return "expired";
    throw error;
  }
  await requireAccount(page, site, context.username);
  return "active";
}

/** What the site wants of a person, by the page that it leads to after the password. */
async function challengeOn(
  page: PageDriver,
  { logIn: { challenges } }: Site,
  state: PageState,
): Promise<Challenge["kind"] | null> {
  const { pathname } = new URL(state.url);
  for (const { kind, path, css } of challenges) {
    if (path?.test(pathname)) return kind;
    if (css !== undefined && (await page.extract({ rows: css, fields: {} })).length > 0)
      return kind;
  }
  return null;
}

const questions = {
  one_time_code: "asks for a one-time code, which only you can enter",
  captcha: "wants to know whether you are a person",
} as const satisfies Record<Challenge["kind"], string>;

function asked({ name }: Platform, challenge: Challenge["kind"]): LogInResult {
  const sentence = `${name} ${questions[challenge]}. Sign in there yourself and hand the session over.`;
  return { kind: "challenge", challenge, sentence };
}

function byHand({ name }: Platform): LogInResult {
  const sentence = `You sign in to ${name} yourself, and Genie keeps the session and no password. Nothing was changed there; sign in when it suits you.`;
  return { kind: "challenge", challenge: "captcha", sentence };
}

async function signedIn(page: PageDriver, platform: Platform): Promise<LogInResult> {
  const cookies = await page.cookies();
  if (!hasSession(platform, cookies)) throw changed(platform, "which cookie is the session");
  return {
    kind: "signed_in",
    cookies,
    localStorage: await capturedStorage(page, platform),
    userAgent: page.userAgent,
    expiresAt: sessionExpiresAt(platform, cookies),
  };
}

function refused({ name }: Platform): AppError {
  return new AppError(
    "reconnect_required",
    `${name} did not accept this username and password. Check both and connect the account again; nothing was changed there.`,
  );
}
