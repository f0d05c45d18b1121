import { AppError } from "@genie/errors";
import { isIP } from "node:net";
import { Agent, buildConnector } from "undici";
import { type AskResolver, insideCode, internetLookup } from "./internet-lookup.ts";
import { isOfInternet } from "./is-of-internet.ts";

type Options = {
  /** Origins that the operator named; they may be of this machine. */
  allowedOrigins: readonly string[];
  ask?: AskResolver;
};

/**
 * A `fetch` that reaches single hosts of the internet alone, whatever an address is spelled like, a name
 * stands for at the moment of connecting, or a redirect leads to; and the origins that are allowed, whose
 * redirects fail. Throws `forbidden`, before anything was sent, for all else.
 */
export function guardedFetch({ allowedOrigins, ask }: Options): typeof globalThis.fetch {
  const allowed = new Set(allowedOrigins.flatMap(spellingsOf));
  const dispatcher = asOfNode(new Agent({ connect: connectOutside(ask) }));
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "https:" && url.protocol !== "http:") throw refused();
    if (allowed.has(url.origin)) {
      const redirect = init?.redirect === "manual" ? "manual" : "error";
      return fetch(input, { ...init, redirect });
    }
    try {
      return await fetch(input, { ...init, dispatcher });
    } catch (error) {
      throw isInside(error) ? refused(error) : error;
    }
  };
}

/** Every name under localhost is this machine (RFC 6761), which callers may write as its address. */
function spellingsOf(origin: string): string[] {
  const url = new URL(origin);
  const named = url.origin;
  if (url.hostname.endsWith(".localhost")) url.hostname = "127.0.0.1";
  return [named, url.origin];
}

/** Names are looked up by the connection itself; addresses never are, so they are looked at here. */
function connectOutside(ask?: AskResolver): buildConnector.connector {
  const connect = buildConnector({ lookup: internetLookup(ask) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, "$1");
    if (isIP(host) !== 0 && !isOfInternet(host)) {
      const error = new Error("This address is inside.");
      return callback(Object.assign(error, { code: insideCode }), null);
    }
    return connect(options, callback);
  };
}

// Node's fetch takes agents of undici of its own major version; their types are published twice.
const asOfNode = (agent: unknown) => agent as NonNullable<RequestInit["dispatcher"]>;

function isInside(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === insideCode;
}

function refused(cause?: unknown): AppError {
  return new AppError(
    "forbidden",
    "This address does not lead to a server of the internet, so it was not reached. Nothing was changed; check the address.",
    { cause },
  );
}
