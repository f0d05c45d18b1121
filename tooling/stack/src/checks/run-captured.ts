import { spawn } from "node:child_process";
import { signalGroup } from "../supervision/processes.ts";

export type Captured = { ok: boolean; output: string; ms: number };

type Options = { folder: string; env: Readonly<Record<string, string>>; signal: AbortSignal };

/** Runs a program to its end and keeps all that it prints. On abort it is ended with all it started. */
export function runCaptured(
  [program, ...args]: readonly [program: string, ...args: string[]],
  { folder, env, signal }: Options,
): Promise<Captured> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const onAbort = () => child.pid !== undefined && signalGroup(child.pid, "SIGTERM");
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    const finish = (ok: boolean) => {
      signal.removeEventListener("abort", onAbort);
      resolve({ ok, output, ms: Date.now() - started });
    };
    child.once("error", (error) => {
      output += error.message;
      finish(false);
    });
    child.once("close", (code) => finish(code === 0));
  });
}
