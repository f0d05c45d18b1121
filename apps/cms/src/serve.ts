import { queueConnection } from "@genie/jobs";
import { startTracing } from "@genie/telemetry";
import { checkExtension } from "./check-extension.ts";
import { enableGate } from "./enable-gate.ts";
import { readEnv } from "./env.ts";
import { exitWithSentence } from "./exit-with-sentence.ts";
import { checkKeys } from "./check-keys.ts";
import { runDirectus } from "./run-directus.ts";

try {
  const env = readEnv();
  await checkExtension();
  await checkKeys(env);
  queueConnection({ redisUrl: env.REDIS_URL, queuesDatabaseUrl: env.QUEUES_DATABASE_URL });
  await enableGate(env);
  const tracing = await startTracing("directus", env.OTEL_EXPORTER_OTLP_ENDPOINT);
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void tracing.stop());
  await runDirectus(env, "start");
} catch (error) {
  exitWithSentence(error);
}
