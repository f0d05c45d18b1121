import { lookup } from "node:dns";
import { BlockList, type LookupFunction } from "node:net";

const ownMachine = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

const inside = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  inside.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  inside.addSubnet(network, prefix, "ipv6");
}

/**
 * Finds the addresses of a host. Names under localhost lead to this machine, as in browsers (RFC
 * 6761); any other name that leads to it or to the network around it is refused (DNS rebinding).
 */
export const resolveHost: LookupFunction = (hostname, options, answer) => {
  const give = (found: { address: string; family: number }[]) => {
    const [first] = found;
    if (first === undefined) {
      answer(new Error("The host has no address outside of this network."), "");
    } else if (options.all) {
      answer(null, found);
    } else {
      answer(null, first.address, first.family);
    }
  };
  if (hostname.endsWith(".localhost")) return give(ownMachine);
  return lookup(hostname, { all: true }, (error, found) => {
    if (error) answer(error, "");
    else give(found.filter(({ address, family }) => !isInside(address, family)));
  });
};

/** True for addresses of this machine and of private networks. */
export function isInside(address: string, family: number): boolean {
  return inside.check(address, family === 6 ? "ipv6" : "ipv4");
}
