import { requestId } from "@genie/telemetry/request-id";
import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

const secretPaths = [
  "authorization",
  "cookie",
  "cookies",
  "credentials",
  "hash",
  "otp",
  "password",
  "secret",
  "token",
  "headers.authorization",
  "headers.cookie",
  "headers['set-cookie']",
];

/**
 * JSON lines on standard output: fields first, a constant message. Values under names of secrets
 * are replaced at the top level and one level below; log ids, never payloads. What is done for a request or a job has
 * its `requestId`.
 */
export function createLogger(options: {
  service: string;
  level?: string;
  destination?: DestinationStream;
}): Logger {
  return pino(
    {
      name: options.service,
      level: options.level ?? "info",
      mixin: () => ({ requestId: requestId() }),
      redact: { paths: [...secretPaths, ...secretPaths.map((path) => `*.${path}`)] },
      serializers: { err: pino.stdSerializers.err },
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
