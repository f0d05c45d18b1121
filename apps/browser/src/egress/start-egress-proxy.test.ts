import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { egressHeader, startEgressProxy } from "./start-egress-proxy.ts";

const open = new Set<{ close: () => unknown }>();
afterEach(async () => {
  for (const one of open) await one.close();
  open.clear();
});

async function listening(server: Server): Promise<number> {
  open.add(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

async function proxyTo(port: number) {
  const refused: string[] = [];
  const proxy = await startEgressProxy({
    isAllowed: (host, given) => host === "site.localhost" && given === port,
    onRefused: (host) => refused.push(host),
  });
  open.add(proxy);
  return { ...proxy, refused, port: new URL(proxy.url).port };
}

/** Asks the proxy for a tunnel and gives its answer. */
async function connectTo(proxy: { port: string }, path: string) {
  const call = request({ host: "127.0.0.1", port: proxy.port, method: "CONNECT", path });
  call.end();
  const [answer, socket]: [{ statusCode: number }, Socket] = (await once(call, "connect")) as never;
  open.add({ close: () => socket.destroy() });
  return { status: answer.statusCode, socket };
}

it("a tunnel carries both ways, until the proxy is closed", async () => {
  const echo = createServer((socket) => {
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  const port = await listening(echo);
  const proxy = await proxyTo(port);
  const { status, socket } = await connectTo(proxy, `site.localhost:${port}`);
  expect(status).toBe(200);
  socket.write("hello");
  expect(String((await once(socket, "data"))[0])).toBe("hello");
  socket.on("error", () => {});
  const ended = new Promise((resolve) => socket.once("close", resolve));
  await proxy.close();
  await ended;
});

it("a tunnel to another host or port is refused and named", async () => {
  const proxy = await proxyTo(443);
  for (const path of ["other.localhost:443", "site.localhost:80", "127.0.0.1:443"]) {
    expect((await connectTo(proxy, path)).status).toBe(403);
  }
  expect(proxy.refused).toEqual(["other.localhost:443", "site.localhost:80", "127.0.0.1:443"]);
});

it("a site can't pass for the proxy, and the proxy says when the site is gone", async () => {
  const site = createHttpServer((_request, response) => {
    response.writeHead(200, { [egressHeader]: "refused", "X-Own": "kept" });
    response.end("content");
  });
  const port = await listening(site);
  const proxy = await proxyTo(port);
  const get = async () => {
    const call = request({
      host: "127.0.0.1",
      port: proxy.port,
      path: `http://site.localhost:${port}/`,
    });
    call.end();
    const [{ statusCode, headers }] = await once(call, "response");
    return { statusCode, own: headers["x-own"], egress: headers[egressHeader] };
  };
  expect(await get()).toEqual({ statusCode: 200, own: "kept", egress: undefined });
  site.closeAllConnections();
  site.close();
  await once(site, "close");
  expect(await get()).toEqual({ statusCode: 502, own: undefined, egress: "unreachable" });
});
