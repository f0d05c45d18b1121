import { e2eEnv } from "./e2e-env.ts";

const { MASTODON_TEST_URL: url, MASTODON_ADMIN_TOKEN: token } = e2eEnv();

export type TokenAccount = { username: string; token: string };

/** An account on the double of Mastodon, with so many posts. */
export async function createMastodonAccount({ posts }: { posts: number }): Promise<TokenAccount> {
  const name = `robin_${crypto.randomUUID().slice(0, 8)}`;
  const body = JSON.stringify({ username: name });
  const made = await ask<{ token: string }>("/admin/accounts", token, { body });
  const media = await uploadPicture(made.token);
  for (let number = 1; number <= posts; number += 1) {
    const status = { status: `Post ${number}`, media_ids: number === 1 ? [media] : [] };
    await ask("/api/v1/statuses", made.token, { body: JSON.stringify(status) });
  }
  return { username: `${name}@${new URL(url).host}`, token: made.token };
}

/** Ends what the token of an account opens, as she would on her server. */
export async function revokeMastodonToken({ username }: TokenAccount): Promise<void> {
  await ask(`/admin/accounts/${username.split("@")[0] ?? ""}/revoke`, token, {});
}

export type MastodonStatus = {
  text: string;
  spoiler_text: string;
  sensitive: boolean;
  visibility: string;
  media: { description: string | null }[];
};

/** What the server has of the account's posts, newest first. */
export async function mastodonPosts({ username }: TokenAccount): Promise<MastodonStatus[]> {
  const path = `/admin/accounts/${username.split("@")[0] ?? ""}/statuses`;
  const { statuses } = await ask<{ statuses: MastodonStatus[] }>(path, token, { method: "GET" });
  return statuses;
}

const picture =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function uploadPicture(accountToken: string): Promise<string> {
  const body = new FormData();
  body.set("file", new File([Buffer.from(picture, "base64")], "a.png", { type: "image/png" }));
  return (await ask<{ id: string }>("/api/v2/media", accountToken, { body })).id;
}

async function ask<Answer>(
  path: string,
  bearer: string,
  { body, method = "POST" }: { body?: FormData | string; method?: "GET" | "POST" },
): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${bearer}`,
    ...(typeof body === "string" && { "content-type": "application/json" }),
  };
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
