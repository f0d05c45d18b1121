/**
 * Whether a cookie's domain is one of `hosts`, which are `host` or `host:port`, or with a leading `*.` a
 * domain and all below it. The domain may begin with a dot. A domain above a host is not the host's: a
 * cookie of it goes to others too.
 */
export function belongsToHosts(hosts: readonly string[], domain: string): boolean {
  const name = domain.replace(/^\./, "").toLowerCase();
  return hosts.some((entry) => {
    const host = entry.toLowerCase().replace(/:\d+$/, "");
    if (!host.startsWith("*.")) return name === host;
    return name === host.slice(2) || name.endsWith(host.slice(1));
  });
}
