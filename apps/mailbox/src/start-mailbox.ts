import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./create-app.ts";
import { createLetterStore } from "./letter-store.ts";
import { receiveLetters } from "./receive-letters.ts";

export type Mailbox = { url: string; smtpPort: number; close: () => Promise<void> };

// Whoever reads these letters may take over the accounts that they are about.
const host = "127.0.0.1";

/** Listens on this machine alone; port 0 is any free one. Rejects when a port is taken. */
export async function startMailbox({
  port,
  smtpPort,
  log,
}: {
  port: number;
  smtpPort: number;
  log: Logger;
}): Promise<Mailbox> {
  const letters = createLetterStore();
  const web = createServer(getRequestListener(createApp(letters).fetch));
  const smtp = receiveLetters(letters, log);
  smtp.on("error", (err) => log.warn({ err }, "a letter did not arrive"));
  const webPort = await listen(web, port, "MAILBOX_PORT");
  smtp.listen(smtpPort, host);
  await up(smtp.server, smtpPort, "MAILBOX_SMTP_PORT");
  return {
    url: `http://mailbox.localhost:${webPort}`,
    smtpPort: portOf(smtp.server),
    close: async () => {
      const closed = once(web, "close");
      web.close();
      web.closeAllConnections();
      await Promise.all([closed, new Promise<void>((done) => smtp.close(done))]);
    },
  };
}

async function listen(server: Server, port: number, variable: string): Promise<number> {
  server.listen(port, host);
  await up(server, port, variable);
  return portOf(server);
}

async function up(server: NetServer, port: number, variable: string): Promise<void> {
  try {
    await once(server, "listening");
  } catch (cause) {
    const sentence = `Port ${port} is taken by another program. Set ${variable} to a free one.`;
    throw new AppError("misconfigured", sentence, { cause });
  }
}

const portOf = (server: NetServer) => (server.address() as AddressInfo).port;
