import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type LookupFunction } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { type HostCheck, mayReach, portOf } from "./allowed-hosts.ts";
import { type ExtensionWay, letExtensionThrough } from "./let-extension-through.ts";

/** On an answer that the proxy made itself: why there is none of the site. */
export const egressHeader = "x-genie-egress";

export type EgressProxy = { url: string; close: () => Promise<void> };
export type EgressOptions = {
  isAllowed: HostCheck;
  resolveHost: LookupFunction;
  /** Called with `host:port` for each request that was not let out. */
  onRefused: (host: string) => void;
  /** What an extension of ours may reach besides; no page can say that it is one. */
  extension?: ExtensionWay;
};

/**
 * The only way out for a browser: a proxy on loopback that lets nothing pass but to allowed hosts,
 * with redirects, WebSockets and the browser's own calls. A connection that breaks becomes an answer:
 * browsers send a request again, posts included, when a connection that they used before is closed.
 */
export async function startEgressProxy(options: EgressOptions): Promise<EgressProxy> {
  const server = createServer((incoming, outgoing) => forward(options, incoming, outgoing));
  server.on("connect", (incoming, socket: Duplex, head: Buffer) => {
    tunnel(options, incoming, socket, head);
  });
  // The browser keeps its connections; an upload may take any time.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  const sockets = new Set<Duplex>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function forward(options: EgressOptions, incoming: IncomingMessage, outgoing: ServerResponse) {
  const url = URL.parse(incoming.url ?? "");
  if (url === null || url.protocol !== "http:" || !mayReach(options.isAllowed, url)) {
    options.onRefused(url?.host ?? "");
    return explain(outgoing, 403, "refused");
  }
  const upstream = request({
    host: url.hostname,
    port: portOf(url),
    path: url.pathname + url.search,
    method: incoming.method,
    headers: [...passedOn(incoming.rawHeaders), "Connection", "close"],
    lookup: options.resolveHost,
    agent: false,
  });
  upstream.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, passedOn(answer.rawHeaders));
    pipeline(answer, outgoing, () => {});
  });
  upstream.on("error", () => explain(outgoing, 502, "unreachable"));
  incoming.on("error", () => upstream.destroy());
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) upstream.destroy();
  });
  incoming.pipe(upstream);
  return undefined;
}

function tunnel(
  options: EgressOptions,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): undefined {
  const [, host = "", port = ""] = /^(.+):(\d{1,5})$/.exec(incoming.url ?? "") ?? [];
  socket.on("error", () => {});
  if (options.extension !== undefined && incoming.url === options.extension.host()) {
    return letExtensionThrough(options.extension, socket, () => {
      options.onRefused(incoming.url ?? "");
    });
  }
  if (!options.isAllowed(host.toLowerCase(), Number(port))) {
    options.onRefused(incoming.url ?? "");
    socket.end(`HTTP/1.1 403 Forbidden\r\n${egressHeader}: refused\r\nContent-Length: 0\r\n\r\n`);
    return undefined;
  }
  const upstream = connect({ host, port: Number(port), lookup: options.resolveHost });
  upstream.once("connect", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    upstream.write(head);
    pipeline(upstream, socket, () => socket.destroy());
    pipeline(socket, upstream, () => upstream.destroy());
  });
  upstream.on("error", () => {
    socket.end(
      `HTTP/1.1 502 Bad Gateway\r\n${egressHeader}: unreachable\r\nContent-Length: 0\r\n\r\n`,
    );
  });
  return undefined;
}

function explain(outgoing: ServerResponse, status: number, reason: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { [egressHeader]: reason, "Content-Type": "text/plain" });
  outgoing.end(reason);
}

const ofOneHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "transfer-encoding",
  egressHeader,
]);

/** Headers as they came, names and values in turn, without those between two neighbours. */
function passedOn(rawHeaders: string[]): string[] {
  return rawHeaders.filter((_text, index) => {
    const name = rawHeaders[index - (index % 2)] ?? "";
    return !ofOneHop.has(name.toLowerCase());
  });
}
