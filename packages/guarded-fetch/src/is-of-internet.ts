import ipaddr from "ipaddr.js";

/**
 * True for addresses of single hosts of the internet: none of this machine, of private networks, of
 * multicast, and none that carries another address, such as those of NAT64 and 6to4.
 */
export function isOfInternet(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";
}
