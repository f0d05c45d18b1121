import { getRequestListener } from "@hono/node-server";
import { once } from "node:events";
import { createServer } from "node:http";
import { createApp } from "./create-app.ts";
import { createState } from "./state.ts";

export type MastodonDouble = {
  /** Where it listens, as `http://127.0.0.1:<port>`. */
  url: string;
  close: () => Promise<void>;
};

type Options = {
  /** 0 takes a free one. */
  port?: number;
  /** Opens `/admin`, as a bearer token. */
  adminToken: string;
  /** Where others reach it, for the addresses that it gives; its own by default. */
  publicUrl?: string | undefined;
};

/** Starts a double of a Mastodon server on loopback, with no accounts. What it has is gone when it ends. */
export async function startMastodonDouble({
  port = 0,
  adminToken,
  publicUrl,
}: Options): Promise<MastodonDouble> {
  const state = createState();
  const app = createApp(state, adminToken);
  const server = createServer((request, response) => {
    void getRequestListener(app.fetch)(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("There is no address.");
  const url = `http://127.0.0.1:${address.port}`;
  state.url = publicUrl ?? url;
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
