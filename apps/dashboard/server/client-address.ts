import { AppError } from "@genie/errors";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";

type ClientAddress = (request: IncomingMessage) => string;

/**
 * The caller's address: the socket's, or, when that belongs to a trusted proxy, the last address
 * in X-Forwarded-For that no trusted proxy owns. Throws `misconfigured` for an unusable list.
 */
export function createClientAddress(trustedProxies: string[]): ClientAddress {
  const trust = compileTrust(trustedProxies);
  return (request) => {
    const socketAddress = request.socket.remoteAddress ?? "";
    const address = proxyAddr(request, trust);
    return plain(isIP(address) ? address : socketAddress);
  };
}

function compileTrust(trustedProxies: string[]): (address: string) => boolean {
  try {
    const trust = proxyAddr.compile(trustedProxies);
    return (address) => trust(address, 0);
  } catch (cause) {
    throw new AppError(
      "misconfigured",
      "The dashboard cannot start: TRUSTED_PROXIES must be a comma-separated list of addresses or networks, for example 127.0.0.1,10.0.0.0/8.",
      { cause },
    );
  }
}

function plain(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}
