import { startFaultProxy } from "@genie/fault-proxy";
import { guardedFetch } from "@genie/guarded-fetch";
import { startMastodonDouble } from "@genie/mastodon-double";
import { findFreePort, mastodonServer } from "@genie/testing";
import { apiContext } from "./api-context.ts";
import { armTrouble } from "./arm-trouble.ts";
import type { PlatformUnderTest } from "./platform-under-test.ts";
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
  const server = mastodonServer({ url: proxy.url, token: adminToken });
  const admin = async (method: string, path: string, body?: object): Promise<void> => {
    const answer = await fetch(`${double.url}/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
  };
  const platform: PlatformUnderTest = {
    adapter,
    unreachable: mastodonAdapter(unreachable),
    createAccount: server.createAccount,
    openContext: (username, signal) => apiContext(fetchGuarded, username, signal),
    bring: async (trouble, username) => {
      if (trouble === "session_ended") await server.revoke(username);
      else armTrouble(proxy, trouble);
    },
    publishedBy: server.published,
    files: (count) => Array.from({ length: count }, (_, index) => picture(index)),
    takeDown: (_username, id) => admin("DELETE", `/statuses/${id}`),
  };
  return {
    ...platform,
    proxy,
    statusesOf: async (username: string) =>
      (await server.published(username)).map(({ raw }) => raw as AdminStatus),
    change: (settings: object) => admin("PATCH", "/settings", settings),
    [Symbol.asyncDispose]: async () => {
      await proxy.close();
      await double.close();
    },
  };
}
