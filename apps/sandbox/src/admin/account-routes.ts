import { AppError } from "@genie/errors";
import { Hono } from "hono";
import type { Account } from "../accounts/account-store.ts";
import { createAccount, NewAccount } from "../accounts/create-account.ts";
import { ensureDemoAccounts } from "../accounts/ensure-demo-accounts.ts";
import { totpAddress, totpCode } from "../accounts/totp.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { Services } from "../services.ts";
import { readJson } from "../http/read-json.ts";

/** Accounts, their sessions and the answers that a log-in waits for. */
export function accountRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { accounts, challenges, sessions, now } = services;

  app.get("/accounts", (context) => context.json({ accounts: accounts.list().map(shown) }));

  app.post("/accounts", async (context) => {
    const account = await createAccount(services, await readJson(context, NewAccount));
    return context.json({ account: shown(account) }, 201);
  });

  app.get("/challenges", (context) => {
    const waiting = challenges.list(now()).flatMap((challenge) => {
      const account = accounts.findById(challenge.account_id);
      const [step] = challenge.steps;
      if (!account || !step) return [];
      const code = account.totp_secret ? totpCode(account.totp_secret, now()) : challenge.code;
      const answer = step === "captcha" ? challenge.word : code;
      return [{ username: account.username, step, answer, expires_at: challenge.expires_at }];
    });
    return context.json({ challenges: waiting });
  });

  app.get("/sessions", (context) =>
    context.json({ sessions: sessions.list(now(), context.req.query("username") ?? null) }),
  );

  app.delete("/sessions", (context) =>
    context.json({ dropped: sessions.removeAll(context.req.query("username") ?? null) }),
  );

  app.delete("/sessions/:id{[0-9]+}", (context) => {
    const dropped = sessions.remove(Number(context.req.param("id")));
    if (dropped === 0) throw new AppError("not_found", "There is no such session.");
    return context.json({ dropped });
  });

  app.post("/reset", async (context) => {
    services.faults.removeAll();
    accounts.removeAll();
    await services.files.removeUploads();
    await ensureDemoAccounts(services);
    return context.json({ accounts: accounts.list().map(shown) });
  });

  return app;

  function shown({ id, username, name, totp_secret }: Account) {
    return {
      id: String(id),
      username,
      name,
      profile: `/@${username}`,
      posts: services.posts.count(id),
      totp_secret,
      totp_address: totp_secret && totpAddress(totp_secret, username),
    };
  }
}
