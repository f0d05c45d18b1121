import type { Platform } from "./platform.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

export type PlatformSettings = {
  /** Where the sandbox runs; without it there is none. */
  sandboxUrl?: string | undefined;
};

/** The platforms that this installation can connect, in the order in which they are offered. */
export function listPlatforms({ sandboxUrl }: PlatformSettings): Platform[] {
  return sandboxUrl === undefined ? [] : [sandboxPlatform(sandboxUrl)];
}
