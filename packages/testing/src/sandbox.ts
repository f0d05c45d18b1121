import { randomUUID } from "node:crypto";
import { stackUnderTest } from "./stack-under-test.ts";

export type SandboxAccount = { username: string; password: string };

type SandboxPost = {
  id: string;
  permalink: string;
  caption: string;
  origin: string;
  /** Milliseconds since 1970. */
  published_at: number;
  media: { sha256: string }[];
};

/** Calls the sandbox's admin API. Throws when it refuses. */
export async function sandboxAdmin<Answer>(
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const { sandboxAdminUrl, sandboxAdminToken } = stackUnderTest();
  const answer = await fetch(`${sandboxAdminUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${sandboxAdminToken}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox refused ${method} ${path}: ${text}`);
  return JSON.parse(text) as Answer;
}

/** An account of the test's own, so that no other test's faults meet it. */
export async function createSandboxAccount({ posts }: { posts: number }): Promise<SandboxAccount> {
  const account = { username: `t-${randomUUID().slice(0, 13)}`, password: randomUUID() };
  await sandboxAdmin("POST", "/accounts", { ...account, posts });
  return account;
}

/** What was published on an account by hand, and how often twice. */
export async function composedPosts(
  username: string,
): Promise<{ posts: SandboxPost[]; duplicates: number }> {
  return sandboxAdmin("GET", `/posts?username=${username}&origin=compose`);
}
