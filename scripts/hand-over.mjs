import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { explainFailure, Problem } from "./problem.mjs";
import { prepareToolchain, root } from "./toolchain.mjs";

/** Prepares the toolchain, then becomes the TypeScript program `entry`: same terminal, signals and exit code. */
export async function handOver(entry) {
  try {
    const { node, env } = await prepareToolchain();
    if (!existsSync(join(root, entry))) {
      throw new Problem(`${entry} is not there. Check that the clone is complete (git status).`);
    }
    process.exitCode = await become(node, [join(root, entry), ...process.argv.slice(2)], env);
  } catch (error) {
    const sentence =
      error instanceof Problem
        ? error.message
        : explainFailure("Preparing the toolchain", String(error));
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

function become(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", env });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => child.kill(signal));
    }
    if (env.npm_lifecycle_event !== undefined) endWithParent(child);
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** A SIGTERM to npm ends npm and its shell without reaching us: then nobody is left to end the child. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  watch.unref();
}
