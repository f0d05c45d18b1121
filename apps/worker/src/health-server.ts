import { once } from "node:events";
import { createServer } from "node:http";
import { AppError } from "@genie/errors";

/**
 * Answers /healthz on loopback for as long as the worker takes jobs: `ok`, or `degraded` with a
 * sentence for each trouble that an operator has to see to.
 */
export async function startHealthServer(
  port: number,
  findTroubles: () => Promise<string[]>,
): Promise<{ close: () => void }> {
  const server = createServer(async (request, response) => {
    const isKnown = request.url === "/healthz";
    const troubles = isKnown ? await findTroubles() : [];
    const degraded = troubles.length > 0 && { status: "degraded", troubles };
    response.writeHead(isKnown ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(degraded || { status: isKnown ? "ok" : "unknown" }));
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
