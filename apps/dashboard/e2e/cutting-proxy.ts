import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request as open,
  type ServerResponse,
} from "node:http";

export type CuttingProxy = {
  /** For a browser's `proxy`. */
  server: string;
  /** Where each part that was begun had its beginning, in bytes. */
  offsets: number[];
  /** The parts that are still to be cut, by how many bytes of each pass. */
  cuts: number[];
  close: () => Promise<void>;
};

/** Stands between a browser and the world, and breaks uploads off in their midst like a lost connection. */
export async function startCuttingProxy(cutsAfterBytes: readonly number[]): Promise<CuttingProxy> {
  const cuts = [...cutsAfterBytes];
  const offsets: number[] = [];
  const server = createServer((request, response) => {
    const isPart = request.method === "PATCH" && request.headers["upload-offset"] !== undefined;
    if (isPart) offsets.push(Number(request.headers["upload-offset"]));
    passOn(request, response, isPart ? cuts.shift() : undefined);
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
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, cutAfterBytes = Infinity) {
  const { method, url = "", headers } = request;
  const { "proxy-connection": _proxied, ...passed } = headers;
  const asked = open(url, { method, headers: passed, agent: false });
  const cut = () => {
    request.socket.resetAndDestroy();
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
