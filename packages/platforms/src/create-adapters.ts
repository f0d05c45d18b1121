import { AppError } from "@genie/errors";
import type { Adapter } from "./adapter.ts";
import { blueskyAdapter } from "./bluesky/index.ts";
import { describedSites } from "./described-sites.ts";
import type { PlatformSettings } from "./list-platforms.ts";
import { mastodonAdapter } from "./mastodon/index.ts";
import { guarantees } from "./platform.ts";
import { recipeAdapter } from "./recipe/recipe-adapter.ts";
import { sandboxApiAdapter } from "./sandbox-api/index.ts";
import { sandboxAdapter } from "./sandbox/index.ts";

/** The adapters of the platforms that this installation can connect, by the platform's id. */
export function createAdapters({
  sandboxUrl,
  sandboxApis = false,
  blueskyUrl,
  mastodonTestUrl,
}: PlatformSettings): ReadonlyMap<string, Adapter> {
  const apis = sandboxApis ? guarantees : [];
  const ofSandbox = (url: string): Adapter[] => [
    sandboxAdapter(url),
    ...apis.map((guarantee) => sandboxApiAdapter(url, guarantee)),
  ];
  const adapters = [
    ...(sandboxUrl === undefined ? [] : ofSandbox(sandboxUrl)),
    blueskyAdapter(blueskyUrl),
    mastodonAdapter(mastodonTestUrl),
    ...describedSites.map(recipeAdapter),
  ];
  return new Map(adapters.map((adapter) => [adapter.platform.id, adapter]));
}

/** The adapter of a platform. Throws `invalid_input`, with what to do, where there is none. */
export function requireAdapter(adapters: ReadonlyMap<string, Adapter>, platform: string): Adapter {
  const adapter = adapters.get(platform);
  if (adapter !== undefined) return adapter;
  throw new AppError(
    "invalid_input",
    `This installation can't reach the platform "${platform}". Nothing was changed; remove the account or ask the operator to set the platform up.`,
  );
}
