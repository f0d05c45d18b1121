import { AppError } from "@genie/errors";
import { once } from "node:events";
import type { Server } from "node:http";

/** Listens and gives the port. Rejects with a sentence when the address can't be had. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const sentence = `Port ${port} on ${host} can't be used; another program may have it. Set BROWSER_PORT to a free one.`;
    throw new AppError("misconfigured", sentence, { cause });
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}
