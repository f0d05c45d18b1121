import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import type { Env } from "../env.ts";
import { playwrightInstall } from "./playwright.ts";
import type { Tool } from "./tool.ts";

type Step = { program: string; args: readonly string[]; env?: Record<string, string> };

/**
 * Tries to install tools: by apt as root or with sudo, by Homebrew, or by Playwright's own download.
 * What it prints goes to the log; whether it worked is for the caller to look up.
 */
export async function installTools(
  missing: readonly Tool[],
  env: Env,
  log: string,
  signal: AbortSignal,
): Promise<void> {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const mayInstall =
    sudo.length === 0 || (await execute({ program: "sudo", args: ["-n", "true"] }));
  const byApt = mayInstall ? missing.filter(isInApt) : [];
  const aptWorked = byApt.length > 0 && (await installByApt(byApt));
  if (process.platform === "darwin") {
    for (const { brew } of missing) if (brew) await execute({ program: "brew", args: brew });
  }
  const chromium = missing.find(({ name }) => name === "chromium");
  if (chromium && !(aptWorked && byApt.includes(chromium))) await downloadChromium();

  async function installByApt(tools: readonly Tool[]): Promise<boolean> {
    const [program, ...args] = [...sudo, "apt-get", "-o", "DPkg::Lock::Timeout=120"];
    await execute({ program, args: [...args, "update", "-q"] });
    const packages = tools.map((tool) => tool.aptPackage);
    const install = ["install", "-q", "-y", "--no-install-recommends", ...packages];
    return execute({ program, args: [...args, ...install] });
  }

  async function downloadChromium(): Promise<void> {
    const install = playwrightInstall();
    if (install === null) return;
    const dependencies = mayInstall && process.platform === "linux" ? ["--with-deps"] : [];
    await execute({
      program: process.execPath,
      args: [...install.args, ...dependencies],
      env: install.env,
    });
  }

  async function execute({ program, args, env: extra }: Step): Promise<boolean> {
    if (signal.aborted) return false;
    const output = openSync(log, "a", 0o600);
    try {
      return await new Promise((resolve) => {
        const child = spawn(program, args, {
          stdio: ["ignore", output, output],
          env: { ...env, DEBIAN_FRONTEND: "noninteractive", ...extra },
          // A package manager that is cut off leaves a mess, so it is never ended, only not waited for.
          detached: true,
        });
        signal.addEventListener("abort", () => {
          child.unref();
          resolve(false);
        });
        child.once("error", () => resolve(false));
        child.once("close", (code) => resolve(code === 0));
      });
    } finally {
      closeSync(output);
    }
  }
}

/** Ubuntu's chromium package is a link to its app store, of no use on a server. */
function isInApt(tool: Tool): boolean {
  if (!existsSync("/usr/bin/apt-get")) return false;
  return tool.name !== "chromium" || !/ubuntu/i.test(readFileSync("/etc/os-release", "utf8"));
}
