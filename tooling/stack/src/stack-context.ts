import type { Addresses } from "./addresses.ts";
import type { Env } from "./env.ts";
import type { DataPaths } from "./paths.ts";
import type { Ports } from "./ports.ts";
import type { Phases, Report } from "./report.ts";
import type { Program } from "./run-program.ts";
import type { RunFile } from "./run-file.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import type { Service } from "./supervision/service.ts";

/** All that a plan needs to bring services up. */
export type StackContext = {
  env: Env;
  settings: Settings;
  secrets: Secrets;
  ports: Ports;
  paths: DataPaths;
  addresses: Addresses;
  report: Report;
  phase: Phases["run"];
  /** Starts a service that stays up until the stack is stopped; resolves when it is ready. */
  keepUp: (service: Service) => Promise<void>;
  /** Runs a program to its end. */
  runOnce: (program: Program) => Promise<void>;
  /** Aborted when the start fails or is called off. */
  signal: AbortSignal;
  /** False for throw-away data: speed before safety from power cuts, and before passwords that resist a thief. */
  durable: boolean;
};

/** What of it says how a service is run. */
export type ServiceContext = Pick<
  StackContext,
  "addresses" | "durable" | "env" | "paths" | "ports" | "secrets" | "settings"
>;

/** Brings services up and answers with what run.json tells of them. */
export type StackPlan = (stack: StackContext) => Promise<StackUrls>;

export type StackUrls = Omit<RunFile, "pids" | "supervisor">;
