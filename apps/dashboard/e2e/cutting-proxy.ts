import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer, request as open } from "node:https";
import type { Socket } from "node:net";
import { frontFiles } from "./e2e-env.ts";

export type CuttingProxy = {
  /** For a browser's `proxy`. */
  server: string;
  /** Where each part that was begun had its beginning, in bytes. */
  offsets: number[];
  /** The parts that are still to be cut, by how many bytes of each pass. */
  cuts: number[];
  close: () => Promise<void>;
};

/**
 * Stands between a browser and the stack, and breaks uploads off in their midst like a lost connection. It shows the
 * certificate of the nginx behind it, so that it sees what passes.
 */
export async function startCuttingProxy(cutsAfterBytes: readonly number[]): Promise<CuttingProxy> {
  const cuts = [...cutsAfterBytes];
  const offsets: number[] = [];
  const { certificate, key } = frontFiles();
  const site = createTlsServer({ cert: readFileSync(certificate), key: readFileSync(key) });
  site.on("request", (request, response) => {
    const offset = Number(request.headers["upload-offset"]);
    // A browser may send a part that was cut off once more by itself.
    const isBegun =
      request.method === "PATCH" && !Number.isNaN(offset) && !offsets.includes(offset);
    if (isBegun) offsets.push(offset);
    passOn(request, response, isBegun ? cuts.shift() : undefined);
  });
  const server = createServer();
  const tunnels = new Set<Socket>();
  server.on("connect", (_request, socket: Socket) => {
    tunnels.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => tunnels.delete(socket));
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    site.emit("connection", socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("There is no address.");
  return {
    server: `http://127.0.0.1:${address.port}`,
    offsets,
    cuts,
    close: async () => {
      for (const socket of tunnels) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, cutAfterBytes = Infinity) {
  const { method, url = "", headers } = request;
  const asked = open(new URL(url, `https://${headers.host}`), { method, headers, agent: false });
  const cut = () => {
    request.socket.destroy();
    asked.destroy();
  };
  let count = 0;
  request.on("data", (chunk: Buffer) => {
    count += chunk.length;
    if (count >= cutAfterBytes) cut();
  });
  request.pipe(asked);
  request.on("close", () => {
    if (!request.complete) asked.destroy();
  });
  asked.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
}
