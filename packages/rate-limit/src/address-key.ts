import ipaddr from "ipaddr.js";

/**
 * What to count an address under: an IPv4 address itself, of an IPv6 address the /64, because a
 * household or a server has all of it.
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
