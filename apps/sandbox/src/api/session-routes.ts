import { AppError } from "@genie/errors";
import { Hono } from "hono";
import { z } from "zod";
import { isPassword } from "../accounts/password.ts";
import { stepsAfterPassword } from "../accounts/steps-after-password.ts";
import { readJson } from "../http/read-json.ts";
import type { AppEnv } from "../http/app-env.ts";
import { sessionOf } from "../http/session.ts";
import { profileFigures } from "../posts/figures.ts";
import type { Services } from "../services.ts";
import { needToken } from "./need-token.ts";

const LogIn = z.object({ username: z.string(), password: z.string() });

/** `POST /session` gives a token, unless a person has to show that she is one; `GET /me` says whose it is. */
export function sessionRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { accounts, fans, posts, sessions, now } = services;

  app.post("/session", async (context) => {
    const { username, password } = await readJson(context, LogIn);
    const account = accounts.find(username);
    if (!account || !(await isPassword(password, account.password_hash))) {
      throw new AppError("unauthenticated", "That username and password do not match.");
    }
    const [step] = stepsAfterPassword(services, account);
    if (step) return context.json({ challenge: step }, 403);
    const token = sessions.create(account.id, now());
    const expiresAt = sessions.find(token, now())?.expires_at ?? null;
    return context.json({ token, username: account.username, expires_at: expiresAt }, 201);
  });

  app.get("/me", needToken, (context) => {
    const account = accounts.findById(sessionOf(context).account_id);
    if (!account) throw new AppError("not_found", "There is no such account.");
    const spent = fans.totals(account.id).spent_cents;
    const figures = profileFigures(account, posts.potentials(account.id), spent, now());
    return context.json({
      username: account.username,
      name: account.name,
      posts: figures.posts,
      followers: figures.followers,
      following: figures.following,
      likes: figures.likes,
      earnings_cents: figures.earningsCents,
    });
  });

  return app;
}
