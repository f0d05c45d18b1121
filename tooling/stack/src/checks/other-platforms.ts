import { randomBytes } from "node:crypto";
import { type FaultProxy, startFaultProxy } from "@genie/fault-proxy";
import { findFreePort } from "../ports.ts";
import { blueskyService, installBluesky } from "../services/bluesky.ts";
import { mastodonService } from "../services/mastodon.ts";
import type { StackContext } from "../stack-context.ts";

export type OtherPlatform = "bluesky" | "mastodon";

/** A server of a platform that is not ours, as it is reached: by a proxy that makes faults. */
export type PlatformServer = {
  url: string;
  /** Steers the proxy at `/-/faults`, and the server at `/admin`. */
  adminToken: string;
};

type Started = PlatformServer & { proxy: FaultProxy; port: number };

/** The requests that publish something. */
const commits = {
  bluesky: [
    { method: "POST", path: "/xrpc/com.atproto.repo.createRecord" },
    { method: "POST", path: "/xrpc/com.atproto.repo.putRecord" },
    { method: "POST", path: "/xrpc/com.atproto.repo.applyWrites" },
  ],
  mastodon: [{ method: "POST", path: "/api/v1/statuses" }],
} as const;

export type OtherPlatforms = {
  servers: Partial<Record<OtherPlatform, PlatformServer>>;
  /** What the programs of the stack are told of them. */
  settings: Record<string, string>;
  /** Starts the servers themselves, as services of the stack. */
  keepUp: (context: StackContext) => Promise<void>;
  close: () => Promise<void>;
};

/** Opens the proxies of these platforms; their servers come with the stack. */
export async function openOtherPlatforms(
  wanted: readonly OtherPlatform[],
): Promise<OtherPlatforms> {
  const started: Partial<Record<OtherPlatform, Started>> = {};
  for (const name of wanted) started[name] = await open(name);
  const { bluesky, mastodon } = started;
  return {
    servers: Object.fromEntries(
      Object.entries(started).map(([name, { url, adminToken }]) => [name, { url, adminToken }]),
    ),
    settings: {
      ...(bluesky && { BLUESKY_URL: bluesky.url }),
      ...(mastodon && { MASTODON_TEST_URL: mastodon.url }),
    },
    keepUp: async (context) => {
      const { phase, runOnce, keepUp } = context;
      await Promise.all([
        bluesky &&
          phase("Bluesky for tests", async () => {
            await runOnce(installBluesky(context));
            await keepUp(blueskyService(context, bluesky));
          }),
        mastodon && phase("Mastodon for tests", () => keepUp(mastodonService(context, mastodon))),
      ]);
    },
    close: async () => {
      await Promise.all(Object.values(started).map(({ proxy }) => proxy.close()));
    },
  };
}

async function open(name: OtherPlatform): Promise<Started> {
  const port = await findFreePort();
  const adminToken = randomBytes(32).toString("hex");
  const target = `http://127.0.0.1:${port}`;
  const proxy = await startFaultProxy({ target, adminToken, commits: commits[name] });
  // Bluesky's libraries take no address for the name of a server.
  const url = name === "bluesky" ? proxy.url.replace("127.0.0.1", "localhost") : proxy.url;
  return { url, adminToken, proxy, port };
}
