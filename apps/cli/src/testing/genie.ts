import { execFile } from "node:child_process";
import { dirname } from "node:path";

/** The program behind `npm run genie --`. */
export const main = new URL("../main.ts", import.meta.url).pathname;

// oxlint-disable-next-line node/no-process-env -- where programs are found, and whom the machine trusts
const { PATH, HOME, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE } = process.env;
/** What a shell of an operator has, and nothing of what tests are told. */
export const operatorsShell = { PATH, HOME, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE };

/** Runs the command on the stack of `npm test`. */
export const genie = (...args: string[]) =>
  // oxlint-disable-next-line node/no-process-env -- npm test names the stack here
  run(dirname(process.env["GENIE_RUN_FILE"] ?? ""), args);

/** Runs it on the installation of a data folder. */
export function run(folder: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...args],
      // oxlint-disable-next-line node/no-process-env -- the operator's shell
      { env: { ...process.env, GENIE_DATA_DIR: folder } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}
