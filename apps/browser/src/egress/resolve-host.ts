import ipaddr from "ipaddr.js";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";

/** Asks for all addresses of a host, as `lookup` of `node:dns` does. */
export type AskResolver = (
  hostname: string,
  options: { all: true },
  answer: (error: Error | null, found: { address: string; family: number }[]) => void,
) => void;

const ownMachine = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

/**
 * Finds the addresses of a host. Names under localhost lead to this machine, as in browsers (RFC
 * 6761); any other name that leads to it, to the network around it or to no single host of the internet
 * is refused (DNS rebinding).
 */
export function hostResolver(ask: AskResolver = lookup): LookupFunction {
  return (hostname, options, answer) => {
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
    return ask(hostname, { all: true }, (error, found) => {
      if (error) answer(error, "");
      else give(found.filter(({ address }) => isOfInternet(address)));
    });
  };
}

/**
 * True for addresses of single hosts of the internet: none of this machine, of private networks, of
 * multicast, and none that carries another address, such as those of NAT64 and 6to4.
 */
export function isOfInternet(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";
}
