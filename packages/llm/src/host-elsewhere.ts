import { BlockList, isIP } from "node:net";

/**
 * The host that a model's address leads to, for people; null where that is this machine or a network of its own: loopback,
 * private and link-local addresses, and names that no public name server knows (RFC 6761, 6762, 8375; ICANN's .internal).
 */
export function hostElsewhere(baseUrl: string): string | null {
  const { hostname } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const version = isIP(host);
  const isOwn =
    version === 0 ? ownNames.test(host) : ownAddresses.check(host, version === 4 ? "ipv4" : "ipv6");
  return isOwn ? null : host;
}

/** One without a dot is known to a container's or a home's network alone. */
const ownNames = /^[^.]+$|\.(localhost|local|internal|home\.arpa)$/;

const ownAddresses = new BlockList();
ownAddresses.addAddress("0.0.0.0", "ipv4");
ownAddresses.addSubnet("127.0.0.0", 8, "ipv4");
ownAddresses.addSubnet("10.0.0.0", 8, "ipv4");
ownAddresses.addSubnet("172.16.0.0", 12, "ipv4");
ownAddresses.addSubnet("192.168.0.0", 16, "ipv4");
ownAddresses.addSubnet("169.254.0.0", 16, "ipv4");
ownAddresses.addAddress("::1", "ipv6");
ownAddresses.addAddress("::", "ipv6");
ownAddresses.addSubnet("fc00::", 7, "ipv6");
ownAddresses.addSubnet("fe80::", 10, "ipv6");
