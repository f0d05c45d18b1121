import { randomBytes, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cookie, createBrowserClient } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { createAdapters } from "@genie/platforms/adapters";
import { provideTools } from "@genie/stack";
import { startChild } from "./child-service.ts";

export type Account = { username: string; cookies: Cookie[] };
export type BrowserSandbox = {
  url: string;
  /** What a browser service needs, but for its token and its model. */
  browserEnv: Record<string, string> & { CHROMIUM_PATH: string };
  /** Signed in, with 45 posts each; the pages of `changed` have a markup that nobody has seen. */
  plain: Account;
  changed: Account;
};

const toolsWithinMs = 10 * 60_000;
const posts = 45;
const secret = () => randomBytes(32).toString("base64");

/** Starts the sandbox alone, with two accounts, and removes it afterwards. */
export async function onSandbox<Result>(
  signal: AbortSignal,
  work: (sandbox: BrowserSandbox) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bench-browser-"));
  const adminToken = secret();
  try {
    const { paths } = await provideTools({
      wanted: ["chromium"],
      // oxlint-disable-next-line node/no-process-env
      env: process.env,
      log: join(folder, "install.log"),
      tried: [],
      withinMs: toolsWithinMs,
      signal,
    });
    if (paths.chromium === null) throw new AppError("misconfigured", "There is no Chromium.");
    const sandbox = await startChild(
      "apps/sandbox/src/main.ts",
      {
        SANDBOX_PORT: "0",
        SANDBOX_DATA_DIR: join(folder, "sandbox"),
        SANDBOX_ADMIN_TOKEN: adminToken,
      },
      "sandbox listening",
    );
    try {
      const url = String(sandbox.line["url"]);
      const browserEnv = {
        HOME: folder,
        BROWSER_PORT: "0",
        BROWSER_READER_TOKEN: secret(),
        BROWSER_VIEWER_TOKEN: secret(),
        BROWSER_DATA_DIR: join(folder, "browser"),
        CHROMIUM_PATH: paths.chromium,
        SEALING_KEYS: `1:${secret()}`,
        SEALING_PRIMARY_KEY: "1",
      };
      const ask = async (path: string, body: object) => {
        const answer = await fetch(`${String(sandbox.line["adminUrl"])}${path}`, {
          method: "POST",
          headers: { authorization: `Bearer ${adminToken}` },
          body: JSON.stringify(body),
        });
        if (answer.ok) return;
        throw new AppError("upstream_unavailable", `The sandbox answered ${answer.status}.`);
      };
      const [plain, changed] = await signInAll(url, browserEnv, ask);
      const seed = randomInt(1_000_000_000);
      process.stderr.write(`The changed markup has the seed ${seed}.\n`);
      await ask("/faults", { kind: "shuffled_markup", seed, username: changed.username });
      return await work({ url, browserEnv, plain, changed });
    } finally {
      await sandbox.end();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function signInAll(
  url: string,
  env: Record<string, string>,
  ask: (path: string, body: object) => Promise<void>,
): Promise<[Account, Account]> {
  const token = secret();
  const service = await startChild(
    "apps/browser/src/main.ts",
    { ...env, BROWSER_TOKEN: token },
    "browser service listening",
  );
  const { signal } = new AbortController();
  try {
    const client = createBrowserClient({ url: String(service.line["url"]), token });
    const signIn = async (): Promise<Account> => {
      const username = `bench-${randomBytes(4).toString("hex")}`;
      const password = secret();
      await ask("/accounts", { username, password, posts });
      const adapter = createAdapters({ sandboxUrl: url }).get("sandbox");
      const hosts = [...(adapter?.platform.hosts ?? [])];
      const page = await client.startSession({ allowed_hosts: hosts }, signal);
      const openPage = async () => page;
      const context = { username, cookies: [], openPage, fetch: globalThis.fetch, signal };
      const result = await adapter?.logIn(context, { username, password });
      await page.close();
      if (result?.kind === "signed_in") return { username, cookies: result.cookies };
      throw new AppError("unauthenticated", "The account of the benchmark can't sign in.");
    };
    return [await signIn(), await signIn()];
  } finally {
    await service.end();
  }
}
