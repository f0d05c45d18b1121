import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DataPaths, dataPaths } from "../paths.ts";
import { findFreePort } from "../ports.ts";
import { secretNames } from "../secrets.ts";
import { settingNames } from "../settings.ts";
import { processEnv } from "../env.ts";

export type Ended = { code: number; stdout: string; stderr: string };

export type StackFolder = {
  paths: DataPaths;
  /** Runs a program of this package on the folder to its end. */
  run: (
    entry: "start.ts" | "stop.ts" | "testing/start-postgres.ts",
    args?: readonly string[],
    env?: Record<string, string>,
  ) => Promise<Ended>;
  runFile: () => { supervisor: number; pids: Record<string, number> };
  remove: () => Promise<void>;
};

/** An empty data folder with ports of its own, where nothing of the operator's settings applies. */
export async function makeStackFolder(): Promise<StackFolder> {
  const paths = dataPaths(mkdtempSync(join(tmpdir(), "genie-stack-")));
  const base = {
    PATH: processEnv()["PATH"] ?? "",
    HOME: tmpdir(),
    // Empty counts as unset, and wins over an .env file of the operator.
    ...Object.fromEntries([...settingNames, ...secretNames].map((name) => [name, ""])),
    GENIE_DATA_DIR: paths.root,
    POSTGRES_PORT: String(await findFreePort()),
  };
  const run: StackFolder["run"] = (entry, args = [], env = {}) =>
    new Promise((resolve) => {
      const script = join(import.meta.dirname, "..", entry);
      const options = { env: { ...base, ...env } };
      const child = execFile(
        process.execPath,
        [script, ...args],
        options,
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  return {
    paths,
    run,
    runFile: () => JSON.parse(readFileSync(paths.run, "utf8")),
    remove: async () => {
      await run("stop.ts");
      rmSync(paths.root, { recursive: true, force: true });
    },
  };
}
