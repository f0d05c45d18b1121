import { spawn } from "node:child_process";

/** Runs a command to its end and keeps what it printed; never throws. */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) =>
      resolve({ ok: false, missing: error.code === "ENOENT", output: error.message }),
    );
    child.on("close", (code) => resolve({ ok: code === 0, missing: false, output }));
  });
}
