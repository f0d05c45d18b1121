import { setTimeout as wait } from "node:timers/promises";
import { AppError, messageForPeople } from "@genie/errors";
import { createLogger, type Logger } from "@genie/logger";
import { startTracing, type Tracing } from "@genie/telemetry";
import { readEnv } from "./env.ts";
import { startWorker, type Worker } from "./start-worker.ts";

// What runs has 25 s; the rest is for closing connections, within the supervisor's own limit.
const finishWithinMs = 25_000;
const closeWithinMs = 30_000;

try {
  const env = readEnv();
  const log = createLogger({ service: "worker", level: env.LOG_LEVEL });
  process.on("unhandledRejection", (err) => die(log, err, "unhandled rejection"));
  process.on("uncaughtException", (err) => die(log, err, "uncaught exception"));
  const tracing = await startTracing("worker", env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const worker = await startWorker(env, log);
  log.info({ port: env.WORKER_PORT }, "worker takes jobs");
  const stop = () => void stopWorker(worker, tracing, log);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  // A bug of ours keeps its stack trace.
  const detail = error instanceof AppError ? "" : `${String((error as Error)?.stack ?? error)}\n`;
  process.stderr.write(`${messageForPeople(error)}\n${detail}`);
  process.exit(1);
}

async function stopWorker(worker: Worker, tracing: Tracing, log: Logger): Promise<void> {
  const startedAt = performance.now();
  const closed = worker.close(finishWithinMs).then(() => true);
  const inTime = await Promise.race([closed, wait(closeWithinMs, false)]);
  await tracing.stop();
  log.info({ inTime, durationMs: Math.round(performance.now() - startedAt) }, "worker stopped");
  process.exit(inTime ? 0 : 1);
}

function die(log: Logger, err: unknown, message: string): never {
  log.fatal({ err }, message);
  process.exit(1);
}
