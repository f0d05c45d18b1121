import { messageForPeople } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { createServer } from "node:http";
import { env, setNodeEnv } from "./env.ts";
import { createClientAddress } from "./server/client-address.ts";
import { closeGracefully } from "./server/close-gracefully.ts";
import { createDirectusProxy } from "./server/directus-proxy.ts";
import { createRequestListener } from "./server/create-request-listener.ts";
import { listen } from "./server/listen.ts";

const dev = process.argv.includes("--dev");

try {
  await start();
} catch (error) {
  process.stderr.write(`${messageForPeople(error)}\n`);
  if (dev) process.stderr.write(`${String(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = env();
  const log = createLogger({ service: "dashboard", level: config.LOG_LEVEL });
  const clientAddress = createClientAddress(config.TRUSTED_PROXIES);
  setNodeEnv(dev ? "development" : "production");

  const { default: next } = await import("next");
  const app = next({ dev, dir: import.meta.dirname, hostname: config.DASHBOARD_HOST });
  await app.prepare();
  const handlePage = app.getRequestHandler();

  const listener = createRequestListener({
    clientAddress,
    publicOrigin: config.DASHBOARD_URL,
    toDirectus: createDirectusProxy({
      directusUrl: config.DIRECTUS_URL,
      proxySecret: config.PROXY_SECRET,
      timeoutMs: 600_000,
    }),
    toPage: handlePage,
    onError: (err) => log.error({ err }, "request failed"),
  });
  const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 }, listener);
  server.keepAliveTimeout = 65_000;
  server.on("connect", (_request, socket) => socket.destroy());
  if (dev) server.on("upgrade", app.getUpgradeHandler());

  await listen(server, config.DASHBOARD_HOST, config.DASHBOARD_PORT);
  log.info({ url: config.DASHBOARD_URL, dev }, "dashboard listening");

  const stop = () => {
    closeGracefully(server, 8_000)
      .then(() => process.exit(0))
      .catch(() => process.exit(1));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
