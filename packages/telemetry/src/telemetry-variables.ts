import { optional } from "@genie/env";
import { z } from "zod";

/** What each program reads, to be spread into its own variables. */
export const telemetryVariables = {
  /** Bearer token of who reads metrics and the sentences of readiness; without it nobody does. */
  METRICS_TOKEN: optional(z.string().min(32, "must have at least 32 characters")),
  /** Where spans are sent by OTLP over HTTP; without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url()),
};
