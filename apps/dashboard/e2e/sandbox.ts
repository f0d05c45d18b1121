import { e2eEnv } from "./e2e-env.ts";

export type SandboxAccount = { username: string; password: string };
export type SandboxPost = {
  caption: string;
  permalink: string;
  /** Milliseconds since 1970. */
  published_at: number;
  media: { sha256: string }[];
};

const { SANDBOX_ADMIN_URL: url, SANDBOX_ADMIN_TOKEN: token } = e2eEnv();

/** An account that no other test has, with 230 posts unless it is told otherwise. */
export async function createSandboxAccount(
  options: { posts?: number } = {},
): Promise<SandboxAccount> {
  const account = {
    username: `robin-${crypto.randomUUID().slice(0, 8)}`,
    password: crypto.randomUUID(),
  };
  await ask("/accounts", { method: "POST", body: JSON.stringify({ ...account, ...options }) });
  return account;
}

/** What came through the compose page of the account, and how often twice. */
export async function composedPosts(
  username: string,
): Promise<{ posts: SandboxPost[]; duplicates: number }> {
  return ask(`/posts?username=${username}&origin=compose`);
}

/** Lets the platform answer what this account sends only after `ms`. */
export async function slowDownSending(username: string, ms: number): Promise<void> {
  const fault = { kind: "slow", username, path: "/compose", method: "POST", ms, times: 1 };
  await ask("/faults", { method: "POST", body: JSON.stringify(fault) });
}

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
