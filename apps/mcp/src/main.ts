import { AppError, messageForPeople } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { createReadiness, createProbes, lives, startTracing, watchProcess } from "@genie/telemetry";
import { readServiceEnv } from "./env.ts";
import { serveTools } from "./serve-tools.ts";
import { startHttpService } from "./start-http-service.ts";

try {
  const env = readServiceEnv();
  const log = createLogger({ service: "mcp", level: env.LOG_LEVEL });
  const tracing = await startTracing("mcp", env.OTEL_EXPORTER_OTLP_ENDPOINT);
  watchProcess("mcp");
  const ready = createReadiness([lives("directus", "Directus", env.DIRECTUS_URL)]);
  const onError = (err: Error) => log.warn({ err }, "a request went wrong");
  const service = await startHttpService({
    host: env.MCP_HOST,
    port: env.MCP_PORT,
    publicHost: new URL(env.DASHBOARD_URL).hostname,
    probes: createProbes({ ready, token: env.METRICS_TOKEN }),
    respond: serveTools(env.DIRECTUS_URL, onError),
    onError,
  });
  log.info({ port: service.port }, "MCP server listening");
  const stop = () =>
    void service
      .close()
      .then(tracing.stop)
      .then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  // A bug of ours keeps its stack trace.
  const detail = error instanceof AppError ? "" : `${String((error as Error)?.stack ?? error)}\n`;
  process.stderr.write(`${messageForPeople(error)}\n${detail}`);
  process.exit(1);
}
