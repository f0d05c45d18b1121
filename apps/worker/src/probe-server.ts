import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "@genie/errors";
import { createProbes } from "@genie/telemetry";

export type ProbeServer = { port: number; close: () => void };

/** Answers `/health`, `/ready` and `/metrics` for as long as the worker takes jobs. Throws `misconfigured` for a taken port. */
export async function startProbeServer(
  { host, port }: { host: string; port: number },
  probes: Parameters<typeof createProbes>[0],
): Promise<ProbeServer> {
  const answer = createProbes(probes);
  const server = createServer((request, response) => {
    if (answer(request, response)) return;
    response.writeHead(404, { "content-type": "application/json" });
    response.end(JSON.stringify({ status: "unknown" }));
  });
  server.listen(port, host);
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
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
