import { type FaultProxy, startFaultProxy } from "@genie/fault-proxy";
import { guardedFetch } from "@genie/guarded-fetch";
import {
  type BlueskyAccount,
  createBlueskyAccount,
  findFreePort,
  stackUnderTest,
} from "@genie/testing";
import { blueskyAdapter } from "../bluesky/index.ts";
import { apiContext } from "./api-context.ts";
import { armTrouble } from "./arm-trouble.ts";
import type { PlatformUnderTest } from "./platform-under-test.ts";
import { picture } from "./sandbox-under-test.ts";

/** A proxy of the test's own before the Bluesky server of the stack: its faults are nobody else's. */
export function openProxy(): Promise<FaultProxy> {
  return startFaultProxy({
    target: stackUnderTest().blueskyUrl,
    commits: [{ method: "POST", path: "/xrpc/com.atproto.repo.putRecord" }],
  });
}

/** The Bluesky server of the stack, a real one, behind this proxy, with accounts of its own. */
export async function blueskyUnderTest(proxy: FaultProxy) {
  const accounts = new Map<string, BlueskyAccount>();
  const dead = `http://127.0.0.1:${await findFreePort()}`;
  const fetchGuarded = guardedFetch({ allowedOrigins: [proxy.url, dead] });
  const accountOf = (username: string) => {
    const account = accounts.get(username);
    if (account === undefined) throw new Error(`${username} is no account of the tests.`);
    return account;
  };
  const platform: PlatformUnderTest = {
    adapter: blueskyAdapter(proxy.url),
    unreachable: blueskyAdapter(dead),
    createAccount: async () => {
      const account = await createBlueskyAccount();
      const { username, appPassword } = account;
      accounts.set(username, account);
      return { username, credentials: { username, password: appPassword } };
    },
    openContext: (username, signal) => apiContext(fetchGuarded, username, signal),
    bring: async (trouble, username) => {
      if (trouble === "session_ended") await accountOf(username).endSessions();
      else armTrouble(proxy, trouble);
    },
    publishedBy: async (username) =>
      (await accountOf(username).posts()).map(({ id, text, embed }) => ({
        id,
        caption: text,
        files: embed?.images?.length ?? 0,
      })),
    files: (count) => Array.from({ length: count }, (_, index) => picture(index)),
    takeDown: (username, id) => accountOf(username).deletePost(id),
  };
  return {
    ...platform,
    proxy,
    recordsOf: (username: string) => accountOf(username).posts(),
    didOf: (username: string) => accountOf(username).did,
    revokeAppPassword: (username: string) => accountOf(username).revokeAppPassword(),
  };
}
