/**
 * What the browser is to be asked for to reach hosts, which are `host` or `host:port`, or with a leading
 * `*.` a domain and all below it. Ports are left out: not every browser knows them in a pattern.
 */
export function hostPatterns(origin: string, hosts: readonly string[]): string[] {
  const { protocol } = new URL(origin);
  const names = hosts.map((host) => host.toLowerCase().replace(/:\d+$/, ""));
  return [...new Set(names)].map((name) => `${protocol}//${name}/*`);
}
