import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { Hono } from "hono";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import { isOwnForm } from "../http/csrf.ts";
import { respond, respondExpiredForm } from "../http/respond.ts";
import { signIn, signOut } from "../http/session.ts";
import type { Services } from "../services.ts";
import { captchaPicture } from "./captcha-picture.ts";
import type { Challenge, Step } from "./challenge-store.ts";
import { loginPage, stepPage } from "./login-pages.ts";
import { isPassword } from "./password.ts";
import { stepsAfterPassword } from "./steps-after-password.ts";
import { isTotpCode } from "./totp.ts";

const loginCookie = "sandbox_login";
const stepPaths = { captcha: "/login/captcha", code: "/login/code" } as const;

/** Log-in in up to three steps (password, word, code), and log-out. */
export function loginRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { accounts, challenges, sessions, now } = services;

  app.get("/login", (context) => {
    const next = safePath(context.req.query("next"));
    if (context.var.session) return context.redirect(next || home(context.var.session), 303);
    return showLogin(context, { username: "", next, problems: [] }, 200);
  });

  app.post("/login", async (context) => {
    const form = await context.req.parseBody();
    if (!isOwnForm(context, form["csrf"])) return respondExpiredForm(services, context);
    const username = text(form["username"]);
    const next = safePath(text(form["next"]));
    const account = accounts.find(username);
    const password = typeof form["password"] === "string" ? form["password"] : "";
    if (!account || !(await isPassword(password, account.password_hash))) {
      const problems = ["That username and password do not match. Check both and try again."];
      return showLogin(context, { username, next, problems }, 401);
    }
    const [first, ...more] = stepsAfterPassword(services, account);
    const target = next || home(account);
    if (!first) return enter(context, account.id, target);
    const token = challenges.create(account.id, [first, ...more], target, now());
    setCookie(context, loginCookie, token, { httpOnly: true, sameSite: "Lax", path: "/login" });
    return context.redirect(stepPaths[first], 303);
  });

  app.get("/login/captcha.svg", (context) => {
    const challenge = challengeOf(context);
    if (!challenge) return context.notFound();
    return context.body(captchaPicture(challenge.word), 200, { "Content-Type": "image/svg+xml" });
  });

  for (const step of ["captcha", "code"] as const) {
    app.get(stepPaths[step], (context) => {
      const challenge = challengeOf(context);
      if (challenge?.steps[0] !== step) return context.redirect("/login", 303);
      return showStep(context, challenge, step, []);
    });
    app.post(stepPaths[step], async (context) => {
      const form = await context.req.parseBody();
      if (!isOwnForm(context, form["csrf"])) return respondExpiredForm(services, context);
      const challenge = challengeOf(context);
      if (challenge?.steps[0] !== step) return context.redirect("/login", 303);
      if (isAnswer(challenge, step, text(form[step === "captcha" ? "word" : "code"]))) {
        if (challenges.passStep(challenge)) {
          return enter(context, challenge.account_id, challenge.next);
        }
        return context.redirect(stepPaths[challenge.steps[1] ?? step], 303);
      }
      if (!challenges.failStep(challenge)) {
        const thing = step === "captcha" ? "word" : "code";
        return showStep(context, challenge, step, [`That ${thing} is not right. Try again.`]);
      }
      const problems = ["Too many wrong answers. Log in again."];
      return showLogin(context, { username: "", next: challenge.next, problems }, 401);
    });
  }

  app.post("/logout", async (context) => {
    const form = await context.req.parseBody();
    if (!isOwnForm(context, form["csrf"])) return respondExpiredForm(services, context);
    signOut(services, context);
    return context.redirect("/login", 303);
  });

  return app;

  function enter(context: AppContext, accountId: number, target: string): Response {
    signIn(context, sessions.create(accountId, now()));
    deleteCookie(context, loginCookie, { path: "/login" });
    return context.redirect(target, 303);
  }

  function challengeOf(context: AppContext): Challenge | undefined {
    const token = getCookie(context, loginCookie);
    return token === undefined ? undefined : challenges.find(token, now());
  }

  function isAnswer(challenge: Challenge, step: Step, given: string): boolean {
    if (step === "captcha") return given.toLowerCase() === challenge.word;
    const code = given.replace(/\s/g, "");
    const secret = accounts.findById(challenge.account_id)?.totp_secret ?? null;
    return secret === null ? code === challenge.code : isTotpCode(secret, code, now());
  }

  function showLogin(
    context: AppContext,
    shown: { username: string; next: string; problems: string[] },
    status: 200 | 401,
  ) {
    const page = loginPage({ ...shown, csrf: context.var.csrf });
    return respond(services, context, "Log in", page, status);
  }

  function showStep(context: AppContext, challenge: Challenge, step: Step, problems: string[]) {
    const account = accounts.findById(challenge.account_id);
    const byApp = account?.totp_secret !== null;
    const page = stepPage(step, { csrf: context.var.csrf, problems, byApp });
    const title = step === "captcha" ? "Are you a person?" : "One-time code";
    return respond(services, context, title, page, problems.length === 0 ? 200 : 401);
  }
}

function home({ username }: { username: string }): string {
  return `/@${username}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** A path on this site to go on to; empty for everything that would lead elsewhere. */
function safePath(path: string | undefined): string {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith("/login") ? path : "";
}
