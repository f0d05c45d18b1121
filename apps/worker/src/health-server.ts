import { once } from "node:events";
import { createServer } from "node:http";
import { AppError } from "@genie/errors";

/** Answers /healthz on loopback for as long as the worker takes jobs. */
export async function startHealthServer(port: number): Promise<{ close: () => void }> {
  const server = createServer((request, response) => {
    const status = request.url === "/healthz" ? 200 : 404;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ status: status === 200 ? "ok" : "unknown" }));
  });
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new AppError(
      "misconfigured",
      `Port ${port} can't be used; another program may have it. Set WORKER_PORT to a free one.`,
      { cause },
    );
  }
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
