import type { Target } from "@genie/browser-client";

export type Findings = ReturnType<typeof createFindings>;

const most = 500;

/**
 * What the model has found, by page and target, for as long as the service runs: the next session finds
 * it without the model. Names of roles and labels only.
 */
export function createFindings() {
  const known = new Map<string, Target>();
  return {
    get: (url: string, target: Target) => known.get(keyOf(url, target)),
    remember(url: string, target: Target, found: Target): void {
      const [oldest] = known.keys();
      if (known.size >= most && oldest !== undefined) known.delete(oldest);
      known.set(keyOf(url, target), found);
    },
    forget: (url: string, target: Target) => known.delete(keyOf(url, target)),
  };
}

function keyOf(url: string, target: Target): string {
  const { host, pathname } = new URL(url);
  return `${host} ${pathname} ${JSON.stringify(target)}`;
}
