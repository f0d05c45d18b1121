import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { repositoryRoot } from "@genie/stack";

export type Ended = { code: number | null; seconds: number; output: string };

/**
 * Runs `genie keys rotate` on an installation. Once a part of its values is done, `interrupt` runs, with a way
 * to kill the command.
 */
export async function rotateByCommand(
  env: Record<string, string>,
  interrupt: { at: number; run: (kill: () => void) => void } | null,
): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [join(repositoryRoot, "apps/cli/src/main.ts"), "keys", "rotate"],
    { env: { PATH: "/usr/local/bin:/usr/bin:/bin", ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const exited = once(child, "exit");
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  let isDue = interrupt !== null;
  for await (const line of createInterface(child.stdout)) {
    output += `${line}\n`;
    const [, done, count] = /^(\d+) of (\d+)/.exec(line) ?? [];
    if (interrupt === null || !isDue || Number(done) < interrupt.at * Number(count)) continue;
    if (done === undefined) continue;
    isDue = false;
    interrupt.run(() => child.kill("SIGKILL"));
  }
  const [code] = await exited;
  return { code, seconds: (performance.now() - startedAt) / 1000, output };
}
