import { parseKeyRing } from "@genie/crypto";
import { messageForPeople } from "@genie/errors";
import { createChatModel, readLlmSettings } from "@genie/llm";
import { createLogger } from "@genie/logger";
import { startTracing } from "@genie/telemetry";
import { readEnv, useOwnTemporaryFolder } from "./env.ts";

/** Less than a caller waits for a step. */
const modelTimeoutMs = 45_000;

try {
  const env = readEnv();
  useOwnTemporaryFolder(env.BROWSER_DATA_DIR);
  // Playwright reads its variables when it is loaded.
  const { startBrowserService } = await import("./start-browser-service.ts");
  const log = createLogger({ service: "browser", level: env.LOG_LEVEL });
  const tracing = await startTracing("browser", env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const llm = readLlmSettings(env);
  const { url, close } = await startBrowserService({
    host: env.BROWSER_HOST,
    port: env.BROWSER_PORT,
    tokens: {
      full: env.BROWSER_TOKEN,
      reader: env.BROWSER_READER_TOKEN,
      viewer: env.BROWSER_VIEWER_TOKEN,
    },
    keyRing: parseKeyRing(env.SEALING_KEYS, env.SEALING_PRIMARY_KEY),
    dataDir: env.BROWSER_DATA_DIR,
    executablePath: env.CHROMIUM_PATH,
    maxSessions: env.BROWSER_MAX_SESSIONS,
    sessionMaxMb: env.BROWSER_SESSION_MAX_MB,
    model: llm && createChatModel({ ...llm, timeoutMs: modelTimeoutMs }),
    metricsToken: env.METRICS_TOKEN,
    log,
  });
  log.info({ url }, "browser service listening");

  const stop = () => {
    close()
      .finally(tracing.stop)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${messageForPeople(error)}\n`);
  process.exit(1);
}
