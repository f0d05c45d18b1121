import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase, type TestDatabase } from "./open-database.ts";
import { stackUnderTest } from "./stack-under-test.ts";

/**
 * Stops the worker of the stack in mid-run, as a long pause of its machine would, so that a test can
 * play its part. Answers how to let it go on.
 */
export async function holdWorker(): Promise<() => void> {
  const run = readFileSync(stackUnderTest().runFile, "utf8");
  const { worker } = (JSON.parse(run) as { pids: Record<string, number> }).pids;
  return worker === undefined ? () => undefined : holdProcess(worker);
}

/** The same for any process that works on the queues of the stack. */
export async function holdProcess(pid: number): Promise<() => void> {
  const letGoOn = () => void process.kill(pid, "SIGCONT");
  const queues = openDatabase(stackUnderTest().queuesDatabaseUrl);
  try {
    for (;;) {
      process.kill(pid, "SIGSTOP");
      if (!(await isInTransaction(queues))) return letGoOn;
      // It would keep rows of the queues locked.
      letGoOn();
      await wait(20);
    }
  } finally {
    await queues.end();
  }
}

async function isInTransaction(queues: TestDatabase): Promise<boolean> {
  const { rows } = await queues.query(
    `select 1 from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in trans%'`,
  );
  return rows.length > 0;
}
