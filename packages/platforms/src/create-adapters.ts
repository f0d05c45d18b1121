import type { Adapter } from "./adapter.ts";
import type { PlatformSettings } from "./list-platforms.ts";
import { sandboxAdapter } from "./sandbox/index.ts";

/** The adapters of the platforms that this installation can connect, by the platform's id. */
export function createAdapters({ sandboxUrl }: PlatformSettings): ReadonlyMap<string, Adapter> {
  const adapters = sandboxUrl === undefined ? [] : [sandboxAdapter(sandboxUrl)];
  return new Map(adapters.map((adapter) => [adapter.platform.id, adapter]));
}
