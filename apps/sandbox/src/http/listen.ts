import { AppError } from "@genie/errors";
import { once } from "node:events";
import type { Server } from "node:http";

/** Listens and gives the port. Rejects with a sentence when the address can't be had. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const taken = (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
    const problem = taken ? "is taken by another program" : "can't be used";
    throw new AppError(
      "misconfigured",
      `Port ${port} on ${host} ${problem}. Set SANDBOX_PORT to a free one.`,
      { cause },
    );
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}
