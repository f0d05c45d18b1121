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

/** An account that no other test has. */
export async function createSandboxAccount(options: { posts: number }): Promise<SandboxAccount> {
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

/** What the account has posted, whichever way, and how often twice. */
export async function postsOf(
  username: string,
): Promise<{ posts: SandboxPost[]; duplicates: number }> {
  return ask(`/posts?username=${username}`);
}

/** The captions of those, sorted, and how often one is there twice. */
export async function captionsOf(
  username: string,
): Promise<{ captions: string[]; duplicates: number }> {
  const { posts, duplicates } = await composedPosts(username);
  return { captions: posts.map(({ caption }) => caption).toSorted(), duplicates };
}

type Fault =
  | { kind: "error_after_commit" | "error_before_commit" | "require_code"; username: string }
  | {
      kind: "slow";
      username: string;
      path: string;
      method: string;
      ms: number;
      times: number;
    };

/** Lets something go wrong with what the account sends next. */
export async function armFault(fault: Fault): Promise<void> {
  await ask("/faults", { method: "POST", body: JSON.stringify(fault) });
}

/** What the account's owner would answer to what she is asked at the log-in; empty when it is nothing. */
export async function answerOf(username: string): Promise<string> {
  const { challenges } = await ask<{ challenges: { username: string; answer: string }[] }>(
    "/challenges",
  );
  return challenges.find((challenge) => challenge.username === username)?.answer ?? "";
}

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
