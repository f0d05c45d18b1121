import { blueskyPlatform } from "./bluesky/platform.ts";
import { describedSites } from "./described-sites.ts";
import { guarantees, type Platform } from "./platform.ts";
import { mastodonPlatform } from "./mastodon/platform.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";
import { sandboxApiPlatform } from "./sandbox-api/platform.ts";

export type PlatformSettings = {
  /** Where the sandbox runs; without it there is none. */
  sandboxUrl?: string | undefined;
  /** Offers the sandbox's API too, as a platform for each guarantee: for tests and benchmarks. */
  sandboxApis?: boolean | undefined;
  /** Where people on Bluesky sign in, if not at its own company. */
  blueskyUrl?: string | undefined;
  /** A Mastodon server on this machine, reached without TLS: for tests. */
  mastodonTestUrl?: string | undefined;
};

/** The platforms that this installation can connect, in the order in which they are offered. */
export function listPlatforms({
  sandboxUrl,
  sandboxApis = false,
  mastodonTestUrl,
}: PlatformSettings): Platform[] {
  const platforms = [
    blueskyPlatform,
    mastodonPlatform(mastodonTestUrl),
    ...describedSites.map(({ platform }) => platform),
  ];
  if (sandboxUrl === undefined) return platforms;
  const apis = sandboxApis ? guarantees : [];
  return [
    sandboxPlatform(sandboxUrl),
    ...apis.map((guarantee) => sandboxApiPlatform(sandboxUrl, guarantee)),
    ...platforms,
  ];
}
