import { AppError } from "@genie/errors";
import { isIP } from "node:net";

/** True when a host (as `URL.hostname` writes it) may be reached at a port. */
export type HostCheck = (hostname: string, port: number) => boolean;

type Pattern = { name: string; withSubdomains: boolean; port: number | null };

const usualPorts = [80, 443];
const shape = /^(\*\.)?((?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*)(?::(\d{1,5}))?$/;

/**
 * Reads `host`, `host:port` and `*.host`. A host without a port has the usual ones of the web.
 * Addresses and bare names such as `localhost` are refused: they lead to this machine's own services.
 */
export function readAllowedHosts(texts: readonly string[]): HostCheck {
  const patterns = texts.map(readPattern);
  return (hostname, port) => patterns.some((pattern) => matches(pattern, hostname, port));
}

/** The same for a whole address: of the web, and at an allowed host. */
export function mayReach(isAllowed: HostCheck, url: URL): boolean {
  if (url.protocol !== "http:" && url.protocol !== "https:") return false;
  return isAllowed(url.hostname, portOf(url));
}

export function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

function readPattern(text: string): Pattern {
  const [, wildcard, name, port] = shape.exec(text.toLowerCase()) ?? [];
  if (name === undefined || isIP(name) !== 0) {
    throw new AppError(
      "invalid_input",
      `"${text}" is no host that a session may be let to. Name one as in example.com, example.com:8443 or *.example.com.`,
    );
  }
  return {
    name,
    withSubdomains: wildcard !== undefined,
    port: port === undefined ? null : Number(port),
  };
}

function matches(pattern: Pattern, hostname: string, port: number): boolean {
  const portFits = pattern.port === null ? usualPorts.includes(port) : pattern.port === port;
  if (!portFits) return false;
  return pattern.withSubdomains ? hostname.endsWith(`.${pattern.name}`) : hostname === pattern.name;
}
