import { Fault, type FaultProxy, startFaultProxy } from "@genie/fault-proxy";
import { guardedFetch } from "@genie/guarded-fetch";
import { findFreePort, stackUnderTest } from "@genie/testing";
import { randomUUID } from "node:crypto";
import { blueskyAdapter } from "../bluesky/index.ts";
import type { OpenContext, PlatformUnderTest, Trouble } from "./platform-under-test.ts";
import { picture } from "./sandbox-under-test.ts";

const password = "password-of-the-tests";
const collection = "app.bsky.feed.post";
const repo = "/xrpc/com.atproto.repo";
const hangMs = 200;

const faults = {
  rate_limited: { kind: "rate_limited", retry_after_seconds: 7 },
  answer_lost: { kind: "accept_then_hang", ms: hangMs },
  error_after_publishing: { kind: "error_after_commit" },
  error_before_publishing: { kind: "error_before_commit" },
} as const satisfies Partial<Record<Trouble, object>>;

/** A record of a post, as the server keeps it. */
type PostRecord = {
  text: string;
  createdAt: string;
  facets?: { index: { byteStart: number; byteEnd: number }; features: object[] }[];
  labels?: { values: { val: string }[] };
  embed?: { images?: { alt: string; aspectRatio?: object; image: { mimeType: string } }[] };
};

/** A proxy of the test's own before the Bluesky server of the stack: its faults are nobody else's. */
export function openProxy(): Promise<FaultProxy> {
  return startFaultProxy({
    target: stackUnderTest().blueskyUrl,
    commits: [{ method: "POST", path: `${repo}.putRecord` }],
  });
}

/** The Bluesky server of the stack, a real one, behind this proxy, with accounts of its own. */
export async function blueskyUnderTest(proxy: FaultProxy) {
  const { blueskyUrl, blueskyFaultsToken } = stackUnderTest();
  const sessions = new Map<string, { did: string; accessJwt: string }>();
  const dead = `http://127.0.0.1:${await findFreePort()}`;
  const fetchGuarded = guardedFetch({ allowedOrigins: [proxy.url, dead] });

  const call = async (path: string, body?: object, token?: string): Promise<unknown> => {
    const answer = await fetch(`${blueskyUrl}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  const sessionOf = (username: string) => {
    const session = sessions.get(username);
    if (session === undefined) throw new Error(`${username} is no account of the tests.`);
    return session;
  };
  /** What the server keeps of the account's posts, newest first. */
  const recordsOf = async (username: string) => {
    const { did } = sessionOf(username);
    const query = new URLSearchParams({ repo: did, collection, limit: "100" });
    const { records } = (await call(`${repo}.listRecords?${query}`)) as {
      records: { uri: string; value: PostRecord }[];
    };
    return records.map(({ uri, value }) => ({ ...value, id: uri.split("/").at(-1) ?? "" }));
  };
  const openContext = (username: string, signal = new AbortController().signal): OpenContext => ({
    username,
    signal,
    cookies: [],
    fetch: fetchGuarded,
    openPage: () => Promise.reject(new Error("A browser was asked for.")),
    close: async () => {},
  });
  const platform: PlatformUnderTest = {
    adapter: blueskyAdapter(proxy.url),
    unreachable: blueskyAdapter(dead),
    createAccount: async () => {
      const username = `t${randomUUID().slice(0, 8)}.test`;
      const account = { handle: username, email: `${username}@example.com`, password };
      const session = (await call("/xrpc/com.atproto.server.createAccount", account)) as {
        did: string;
        accessJwt: string;
      };
      sessions.set(username, session);
      const made = (await call(
        "/xrpc/com.atproto.server.createAppPassword",
        { name: "Genie" },
        session.accessJwt,
      )) as { password: string };
      return { username, credentials: { username, password: made.password } };
    },
    openContext,
    bring: async (trouble, username) => {
      if (trouble === "session_ended") {
        const { did } = sessionOf(username);
        await call("/admin/end-sessions", { did }, blueskyFaultsToken);
        return;
      }
      if (trouble in faults) proxy.arm(Fault.parse(faults[trouble as keyof typeof faults]));
    },
    publishedBy: async (username) =>
      (await recordsOf(username)).map(({ id, text, embed }) => ({
        id,
        caption: text,
        files: embed?.images?.length ?? 0,
      })),
    files: (count) => Array.from({ length: count }, (_, index) => picture(index)),
    takeDown: async (username, rkey) => {
      const { did, accessJwt } = sessionOf(username);
      await call(`${repo}.deleteRecord`, { repo: did, collection, rkey }, accessJwt);
    },
  };
  return {
    ...platform,
    proxy,
    recordsOf,
    didOf: (username: string) => sessionOf(username).did,
    revokeAppPassword: async (username: string) => {
      const { accessJwt } = sessionOf(username);
      await call("/xrpc/com.atproto.server.revokeAppPassword", { name: "Genie" }, accessJwt);
    },
  };
}
