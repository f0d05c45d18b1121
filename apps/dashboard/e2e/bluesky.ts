import { e2eEnv } from "./e2e-env.ts";
import type { TokenAccount } from "./mastodon.ts";

const { BLUESKY_URL: url } = e2eEnv();

/** An account on the stack's Bluesky server, with so many posts; its token is an app password. */
export async function createBlueskyAccount({ posts }: { posts: number }): Promise<TokenAccount> {
  const handle = `robin${crypto.randomUUID().slice(0, 8)}.test`;
  const password = crypto.randomUUID();
  const { did, accessJwt } = await ask<{ did: string; accessJwt: string }>("server.createAccount", {
    handle,
    email: `${handle}@example.com`,
    password,
  });
  for (let number = 1; number <= posts; number += 1) {
    const record = { text: `Post ${number}`, createdAt: new Date().toISOString() };
    const place = { repo: did, collection: "app.bsky.feed.post" };
    await ask("repo.createRecord", { ...place, record }, accessJwt);
  }
  const made = await ask<{ password: string }>(
    "server.createAppPassword",
    { name: "Genie" },
    accessJwt,
  );
  return { username: handle, token: made.password };
}

/** A post as the server keeps it. */
export type BlueskyRecord = {
  text: string;
  facets?: unknown[];
  labels?: { values: { val: string }[] };
  embed?: { images?: { alt: string }[] };
};

/** What the server has of the account's posts, newest first. */
export async function blueskyPosts({ username }: TokenAccount): Promise<BlueskyRecord[]> {
  const query = new URLSearchParams({ repo: username, collection: "app.bsky.feed.post" });
  const response = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`);
  if (!response.ok) throw new Error(`listRecords: ${response.status} ${await response.text()}`);
  const { records } = (await response.json()) as { records: { value: BlueskyRecord }[] };
  return records.map(({ value }) => value);
}

async function ask<Answer>(method: string, body: object, bearer?: string): Promise<Answer> {
  const response = await fetch(`${url}/xrpc/com.atproto.${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
