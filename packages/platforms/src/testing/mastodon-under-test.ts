import { Fault, startFaultProxy } from "@genie/fault-proxy";
import { guardedFetch } from "@genie/guarded-fetch";
import { startMastodonDouble } from "@genie/mastodon-double";
import { findFreePort } from "@genie/testing";
import { randomUUID } from "node:crypto";
import type { OpenContext, PlatformUnderTest, Trouble } from "./platform-under-test.ts";
import { mastodonAdapter } from "../mastodon/index.ts";
import { picture } from "./sandbox-under-test.ts";

type AdminStatus = {
  id: string;
  text: string;
  spoiler_text: string;
  sensitive: boolean;
  visibility: string;
  media: { id: string; mime: string; description: string | null; size: number }[];
};

const adminToken = "admin-token-of-the-tests-0123456789";
const commits = [{ method: "POST", path: "/api/v1/statuses" }];
const hangMs = 200;

const faults = {
  rate_limited: { kind: "rate_limited", retry_after_seconds: 7 },
  answer_lost: { kind: "accept_then_hang", ms: hangMs },
  error_after_publishing: { kind: "error_after_commit" },
  error_before_publishing: { kind: "error_before_commit" },
} as const satisfies Partial<Record<Trouble, object>>;

/** A double of Mastodon behind a proxy that lets things go wrong, with accounts of its own. */
export async function mastodonUnderTest() {
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const double = await startMastodonDouble({ adminToken, publicUrl });
  const proxy = await startFaultProxy({ target: double.url, port, commits });
  const adapter = mastodonAdapter(proxy.url);
  // Nobody there speaks TLS.
  const unreachable = proxy.url.replace("http:", "https:");
  const fetchGuarded = guardedFetch({ allowedOrigins: [proxy.url, unreachable] });
  const admin = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${double.url}/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
    return answer.json();
  };
  const statusesOf = async (username: string) => {
    const answer = await admin("GET", `/accounts/${nameOf(username)}/statuses`);
    return (answer as { statuses: AdminStatus[] }).statuses;
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
    adapter,
    unreachable: mastodonAdapter(unreachable),
    createAccount: async () => {
      const name = `test_${randomUUID().slice(0, 8)}`;
      const { token } = (await admin("POST", "/accounts", { username: name })) as { token: string };
      const username = `${name}@${new URL(proxy.url).host}`;
      return { username, credentials: { username, token } };
    },
    openContext,
    bring: async (trouble, username) => {
      if (trouble === "session_ended") {
        await admin("POST", `/accounts/${nameOf(username)}/revoke`);
        return;
      }
      if (trouble in faults) proxy.arm(Fault.parse(faults[trouble as keyof typeof faults]));
    },
    publishedBy: async (username) =>
      (await statusesOf(username)).map(({ id, text, media }) => ({
        id,
        caption: text,
        files: media.length,
      })),
    files: (count) => Array.from({ length: count }, (_, index) => picture(index)),
    takeDown: async (_username, id) => void (await admin("DELETE", `/statuses/${id}`)),
  };
  return {
    ...platform,
    proxy,
    statusesOf,
    change: (settings: object) => admin("PATCH", "/settings", settings),
    [Symbol.asyncDispose]: async () => {
      await proxy.close();
      await double.close();
    },
  };
}

const nameOf = (username: string) => username.slice(0, username.indexOf("@"));
