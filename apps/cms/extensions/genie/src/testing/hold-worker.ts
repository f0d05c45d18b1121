import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { onQueues } from "./queue-under-test.ts";

/**
 * Stops the worker of the stack in mid-run, as a long pause of its machine would, so that a test can
 * play its part. Answers how to let it go on.
 */
export async function holdWorker(): Promise<() => void> {
  // oxlint-disable-next-line node/no-process-env
  const run = readFileSync(process.env["GENIE_RUN_FILE"] ?? "", "utf8");
  const { worker } = (JSON.parse(run) as { pids: Record<string, number> }).pids;
  if (worker === undefined) return () => undefined;
  const letGoOn = () => void process.kill(worker, "SIGCONT");
  for (;;) {
    process.kill(worker, "SIGSTOP");
    if (!(await isInTransaction())) return letGoOn;
    // It would keep rows of the queues locked.
    letGoOn();
    await wait(20);
  }
}

async function isInTransaction(): Promise<boolean> {
  const rows = await onQueues(
    `select 1 from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in trans%'`,
    [],
  );
  return rows.length > 0;
}
