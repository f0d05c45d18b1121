import { createBrowserClient, type PageDriver } from "@genie/browser-client";
import { findFreePort, stackUnderTest } from "@genie/testing";
import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Adapter, OutgoingFile, PlatformFan } from "../adapter.ts";
import type { OpenContext, PlatformUnderTest, Trouble } from "./platform-under-test.ts";
import { sandboxAdapter } from "../sandbox/index.ts";

export const password = "password-of-the-tests";

const faults = {
  captcha: { kind: "captcha" },
  one_time_code: { kind: "require_code" },
  session_ended: { kind: "drop_sessions" },
  rate_limited: { kind: "rate_limited", retry_after_seconds: 7 },
  answer_lost: { kind: "accept_then_hang" },
  error_after_publishing: { kind: "error_after_commit" },
  error_before_publishing: { kind: "error_before_commit" },
} as const satisfies Record<Trouble, object>;

export type AdminPost = {
  id: string;
  permalink: string;
  caption: string;
  tags: string[];
  published_at: number;
  media: { href: string; kind: string }[];
};

/** The sandbox of the stack, steered by its admin API, with accounts of its own. */
export async function sandboxUnderTest(
  adapterAt: (origin: string) => Adapter = sandboxAdapter,
  browserService?: { url: string; token: string },
): Promise<PlatformUnderTest> {
  const { sandboxUrl } = stackUnderTest();
  const adapter = adapterAt(sandboxUrl);
  const unreachable = adapterAt(await deadAddress());
  const hosts = [...adapter.platform.hosts, ...unreachable.platform.hosts];
  return {
    adapter,
    unreachable,
    createAccount: () => createAccount(0),
    openContext: (username, signal) => openContext(hosts, username, { signal, browserService }),
    bring: (trouble, username) => arm(faults[trouble], username),
    async publishedBy(username) {
      const posts = await listAdminPosts(username);
      return posts
        .map(({ id, caption, media }) => ({ id, caption, files: media.length }))
        .toReversed();
    },
    ...(adapter.listFans && { fansOf: listAdminFans }),
    takeDown: async (_username, id) => void (await admin("DELETE", `/posts/${id}`)),
    files: (count) => Array.from({ length: count }, (_, index) => picture(index)),
  };
}

/** An account with generated posts. */
export async function createAccount(posts: number) {
  const username = `test-${randomUUID().slice(0, 13)}`;
  await admin("POST", "/accounts", { username, password, posts });
  return { username, credentials: { username, password } };
}

/** Makes something go wrong for an account, or for everybody. */
export async function arm(fault: object, username?: string): Promise<void> {
  await admin("POST", "/faults", { ...fault, username });
}

/** What is on the sandbox of an account, oldest first. */
export async function listAdminPosts(username: string): Promise<AdminPost[]> {
  const body = await admin("GET", `/posts?username=${username}`);
  return (body as { posts: AdminPost[] }).posts;
}

type AdminFan = {
  id: number;
  name: string;
  username: string;
  tier: string;
  spent_cents: number;
  last_seen_at: number;
  subscribed_at: number;
};

/** The fans that the sandbox has of an account, those who spent most first. */
async function listAdminFans(username: string): Promise<PlatformFan[]> {
  const { fans } = (await admin("GET", `/fans?username=${username}`)) as { fans: AdminFan[] };
  return fans.map((fan) => ({
    platformFanId: fan.username,
    username: fan.username,
    displayName: fan.name,
    tier: fan.tier,
    status: "active",
    subscribedAt: new Date(fan.subscribed_at),
    totalSpent: (fan.spent_cents / 100).toFixed(2),
    lastInteraction: new Date(fan.last_seen_at),
  }));
}

/** A browser session that is started when it is first needed. */
export function openContext(
  allowedHosts: readonly string[],
  username: string,
  {
    signal = new AbortController().signal,
    browserService = stackBrowser(),
  }: {
    signal?: AbortSignal | undefined;
    browserService?: { url: string; token: string } | undefined;
  } = {},
): OpenContext {
  const client = createBrowserClient(browserService);
  let page: Promise<PageDriver> | null = null;
  return {
    username,
    signal,
    cookies: [],
    fetch: globalThis.fetch,
    openPage() {
      page ??= client.startSession({ allowed_hosts: [...allowedHosts] }, signal);
      return page;
    },
    async close() {
      await (await page)?.close();
    },
  };
}

function stackBrowser() {
  const { browserUrl, browserToken } = stackUnderTest();
  return { url: browserUrl, token: browserToken };
}

/** Where nobody listens. */
const deadAddress = async () => `http://sandbox.localhost:${await findFreePort()}`;

async function admin(method: string, path: string, body?: object): Promise<unknown> {
  const { sandboxAdminUrl, sandboxAdminToken } = stackUnderTest();
  const answer = await fetch(`${sandboxAdminUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${sandboxAdminToken}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
  return answer.json();
}

/** A PNG of one pixel, another grey for each index. */
export function picture(index: number): OutgoingFile {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, index % 256]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return {
    kind: "image",
    name: `picture-${index}.png`,
    mime: "image/png",
    sizeBytes: bytes.length,
    width: 1,
    height: 1,
    altText: "",
    async *bytes() {
      yield bytes;
    },
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
