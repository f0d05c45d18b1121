import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** True for the addresses that only this machine can reach: 127.0.0.0/8, ::1 and IPv4 written as IPv6. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** True for a host to listen on that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || isLoopbackAddress(host);
}

/** True for a Host header that names this machine, so that no other site's name leads to the sandbox. */
export function isOwnHost(header: string): boolean {
  const name = header
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1");
  return isLoopbackHost(name) || name.endsWith(".localhost");
}
