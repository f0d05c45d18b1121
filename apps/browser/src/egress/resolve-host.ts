import { type AskResolver, internetLookup } from "@genie/guarded-fetch";
import type { LookupFunction } from "node:net";

const ownMachine = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
] as const;

/**
 * Finds the addresses of a host. Names under localhost lead to this machine, as in browsers (RFC
 * 6761); any other name that leads to it, to the network around it or to no single host of the internet
 * is refused (DNS rebinding).
 */
export function hostResolver(ask?: AskResolver): LookupFunction {
  const lookUpOutside = internetLookup(ask);
  return (hostname, options, answer) => {
    if (!hostname.endsWith(".localhost")) return lookUpOutside(hostname, options, answer);
    const [{ address, family }] = ownMachine;
    return options.all ? answer(null, [...ownMachine]) : answer(null, address, family);
  };
}
