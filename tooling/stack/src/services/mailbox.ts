import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";
import { answersOk, type Service } from "../supervision/service.ts";

/** Takes every letter and delivers none: for the demo, tests and development. */
export function mailboxService({ env, ports }: StackContext): Service {
  const folder = join(repositoryRoot, "apps", "mailbox");
  return {
    name: "mailbox",
    command: [process.execPath, join(folder, "src", "main.ts")],
    env: {
      ...inheritedEnv(env),
      NODE_ENV: "production",
      MAILBOX_PORT: String(ports.mailbox),
      MAILBOX_SMTP_PORT: String(ports.mailbox_smtp),
    },
    folder,
    isReady: () => answersOk(`http://127.0.0.1:${ports.mailbox}/healthz`),
    readyWithinMs: 60_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
}
