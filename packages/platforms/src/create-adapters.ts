import { AppError } from "@genie/errors";
import type { Adapter } from "./adapter.ts";
import type { PlatformSettings } from "./list-platforms.ts";
import { sandboxAdapter } from "./sandbox/index.ts";

/** The adapters of the platforms that this installation can connect, by the platform's id. */
export function createAdapters({ sandboxUrl }: PlatformSettings): ReadonlyMap<string, Adapter> {
  const adapters = sandboxUrl === undefined ? [] : [sandboxAdapter(sandboxUrl)];
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
