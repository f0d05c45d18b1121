import { messageForPeople } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { readEnv } from "./env.ts";
import { startSandbox } from "./start-sandbox.ts";

try {
  const startedAt = performance.now();
  const env = readEnv();
  const log = createLogger({ service: "sandbox", level: env.LOG_LEVEL });
  const { url, adminUrl, close } = await startSandbox({
    dataDir: env.SANDBOX_DATA_DIR,
    host: env.SANDBOX_HOST,
    port: env.SANDBOX_PORT,
    adminToken: env.SANDBOX_ADMIN_TOKEN,
    demoPassword: env.SANDBOX_DEMO_PASSWORD,
    ffmpeg: env.FFMPEG_PATH ?? "ffmpeg",
    log,
  });
  const startMs = Math.round(performance.now() - startedAt);
  log.info({ url, adminUrl, startMs }, "sandbox listening");

  const stop = () => {
    close().then(
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
