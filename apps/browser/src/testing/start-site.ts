import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
export type TestSite = Awaited<ReturnType<typeof startSite>>;

/**
 * A web site on loopback; it counts everything that reaches it, answered or not, but the icon, which
 * Chromium asks for when it likes.
 */
export async function startSite(routes: Record<string, Handler | string>, name = "site") {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    if (pathname !== "/favicon.ico") requests.push(`${request.method} ${pathname}`);
    const route = routes[pathname];
    if (typeof route === "function") return route(request, response);
    response.writeHead(route === undefined ? 404 : 200, { "Content-Type": "text/html" });
    response.end(route ?? page("Not found", ""));
    return undefined;
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host: `${name}.localhost:${port}`,
    url: `http://${name}.localhost:${port}`,
    port,
    requests,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A page around some markup. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;
}

/** Leads on to another address. */
export function redirectTo(url: string): Handler {
  return (_request, response) => {
    response.writeHead(302, { Location: url });
    response.end();
  };
}
