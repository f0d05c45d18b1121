import type { PlatformFan } from "../adapter.ts";

/** Those of a page whose id was not in `seen`, each once; from now on it is. */
export function newOnes(fans: readonly PlatformFan[], seen: Set<string>): PlatformFan[] {
  return fans.filter(({ platformFanId }) => {
    const isNew = !seen.has(platformFanId);
    seen.add(platformFanId);
    return isNew;
  });
}
