import { messageForPeople } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { startTracing, watchProcess } from "@genie/telemetry";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type Env, env, setNodeEnv } from "./env.ts";
import { createClientAddress } from "./server/client-address.ts";
import { closeGracefully } from "./server/close-gracefully.ts";
import { createDirectusProxy } from "./server/directus-proxy.ts";
import { createLiveViewUpgrade, isLiveView } from "./server/create-live-view-upgrade.ts";
import { createRequestListener } from "./server/create-request-listener.ts";
import { installationProbes } from "./server/installation-probes.ts";
import { createMcpProxy } from "./server/mcp-proxy.ts";
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
  const tracing = await startTracing("dashboard", config.OTEL_EXPORTER_OTLP_ENDPOINT);
  watchProcess("dashboard");
  const clientAddress = createClientAddress(config.TRUSTED_PROXIES);
  setNodeEnv(dev ? "development" : "production");

  const { default: next } = await import("next");
  const app = next({ dev, dir: import.meta.dirname, hostname: config.DASHBOARD_HOST });
  await app.prepare();
  const handlePage = app.getRequestHandler();

  const listener = createRequestListener({
    probes: installationProbes(config),
    clientAddress,
    publicOrigin: config.DASHBOARD_URL,
    toDirectus: createDirectusProxy({
      directusUrl: config.DIRECTUS_URL,
      proxySecret: config.PROXY_SECRET,
      timeoutMs: 600_000,
      idleMs: 30_000,
      onError: (err) => log.warn({ err }, "Directus did not answer"),
    }),
    toMcp: toMcp(config, handlePage, (err) => log.warn({ err }, "the MCP server did not answer")),
    toPage: handlePage,
    onError: (err) => log.error({ err }, "request failed"),
  });
  const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 }, listener);
  server.keepAliveTimeout = 65_000;
  server.on("connect", (_request, socket) => socket.destroy());
  const toLiveView = createLiveViewUpgrade({
    clientAddress,
    publicOrigin: config.DASHBOARD_URL,
    directusUrl: config.DIRECTUS_URL,
    proxySecret: config.PROXY_SECRET,
    browser: browserOf(config),
    onError: (err) => log.error({ err }, "live view failed"),
  });
  const toNext = dev ? app.getUpgradeHandler() : null;
  server.on("upgrade", (request, socket: Socket, head) => {
    if (isLiveView(request)) toLiveView(request, socket, head);
    else if (toNext) void toNext(request, socket, head);
    else socket.destroy();
  });

  await listen(server, config.DASHBOARD_HOST, config.DASHBOARD_PORT);
  log.info({ url: config.DASHBOARD_URL, dev }, "dashboard listening");

  const stop = () => {
    closeGracefully(server, 8_000)
      .then(tracing.stop)
      .then(() => process.exit(0))
      .catch(() => process.exit(1));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function toMcp(
  { MCP_URL: mcpUrl }: Env,
  toPage: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  onError: (error: unknown) => void,
) {
  // The service itself keeps idle connections for five seconds.
  const limits = { timeoutMs: 180_000, idleMs: 4_000 };
  return mcpUrl === undefined ? toPage : createMcpProxy({ mcpUrl, ...limits, onError });
}

function browserOf({ BROWSER_URL: urls, BROWSER_VIEWER_TOKEN: viewerToken }: Env) {
  return urls === undefined || viewerToken === undefined ? null : { urls, viewerToken };
}
