import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isOfInternet } from "./is-of-internet.ts";

/** Asks for all addresses of a host, as `lookup` of `node:dns` does. */
export type AskResolver = (
  hostname: string,
  options: { all: true },
  answer: (error: Error | null, found: { address: string; family: number }[]) => void,
) => void;

/**
 * Finds the addresses of a host for a connection. A name that leads to this machine, to the network
 * around it or to no single host of the internet is refused (DNS rebinding).
 */
export function internetLookup(ask: AskResolver = lookup): LookupFunction {
  return (hostname, options, answer) => {
    ask(hostname, { all: true }, (error, all) => {
      if (error) return answer(error, "");
      const found = all.filter(({ address }) => isOfInternet(address));
      const [first] = found;
      if (first === undefined) return answer(noneOutside(), "");
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
}

export const insideCode = "ERR_ADDRESS_INSIDE";

const noneOutside = () =>
  Object.assign(new Error("The host has no address outside of this network."), {
    code: insideCode,
  });
