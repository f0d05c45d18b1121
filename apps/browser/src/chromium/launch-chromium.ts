import { AppError } from "@genie/errors";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import type { EgressProxy } from "../egress/start-egress-proxy.ts";
import { quietFlags } from "./quiet-flags.ts";

export type LaunchOptions = {
  executablePath: string;
  /** What Chromium forgets to remove goes here. */
  folder: string;
  proxy: EgressProxy;
  /** Exists, and is put away by who made it. */
  profileFolder: string;
  /** With one, a debugger listens on loopback for the extension of this origin, and no web page. */
  extensionOrigin: string | null;
};
export type StartedChromium = {
  context: BrowserContext;
  pid: number;
  /** Where its debugger listens: `127.0.0.1:<port>`. */
  debuggerHost: string | null;
};

const launchTimeoutMs = 60_000;
const portTimeoutMs = 10_000;
const pollMs = 20;
const mostCacheBytes = 100 * 1024 * 1024;

/**
 * Starts Chromium with one context: quiet, headless, with nothing of ours in its environment, and left
 * to us to end. Throws `misconfigured` when it does not come up.
 */
export async function launchChromium(
  options: LaunchOptions,
  contextOptions: BrowserContextOptions,
): Promise<StartedChromium> {
  const { executablePath, folder, proxy, profileFolder, extensionOrigin } = options;
  let context: BrowserContext | null = null;
  try {
    await forgetPasswords(profileFolder);
    context = await chromium.launchPersistentContext(profileFolder, {
      ...contextOptions,
      executablePath,
      headless: true,
      // Chromium refuses to run sandboxed as root.
      chromiumSandbox: process.getuid?.() !== 0,
      proxy: { server: proxy.url },
      env: bareEnv(folder),
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      timeout: launchTimeoutMs,
      ignoreDefaultArgs: extensionOrigin === null ? [] : ["--disable-extensions"],
      args: [
        ...quietFlags,
        `--disk-cache-size=${mostCacheBytes}`,
        ...(extensionOrigin === null ? [] : debuggerFlags(extensionOrigin)),
      ],
    });
    const pid = await readPid(context);
    if (extensionOrigin === null) return { context, pid, debuggerHost: null };
    return { context, pid, debuggerHost: `127.0.0.1:${await readDebuggerPort(profileFolder)}` };
  } catch (cause) {
    await context?.close().catch(() => {});
    const sentence = `Chromium at ${executablePath} did not start, so nothing was done on the platform. Check that it runs, or set CHROMIUM_PATH to one that does.`;
    throw new AppError("misconfigured", sentence, { cause });
  }
}

function debuggerFlags(extensionOrigin: string): string[] {
  return [
    // At any port that is free.
    "--remote-debugging-port=0",
    `--remote-allow-origins=${extensionOrigin}`,
    "--enable-unsafe-extension-debugging",
  ];
}

/** Chromium gets no variable of ours, tokens least of all. */
function bareEnv(folder: string): Record<string, string> {
  return { HOME: folder, TMPDIR: folder, PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8" };
}

/** In a profile of its own Chromium would offer to keep passwords, and ask Google whether they leaked. */
async function forgetPasswords(profileFolder: string): Promise<void> {
  const folder = join(profileFolder, "Default");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const preferences = {
    credentials_enable_service: false,
    profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  };
  await writeFile(join(folder, "Preferences"), JSON.stringify(preferences));
}

async function readPid(context: BrowserContext): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await devtools?.send("SystemInfo.getProcessInfo")) ?? {};
  await devtools?.detach();
  const pid = processInfo.find(({ type }) => type === "browser")?.id;
  if (pid !== undefined) return pid;
  throw new AppError("misconfigured", "Chromium does not say which process it is.");
}

/** Chromium writes the port into its profile when it listens. */
async function readDebuggerPort(profileFolder: string): Promise<string> {
  const deadline = performance.now() + portTimeoutMs;
  while (performance.now() < deadline) {
    const text = await readFile(join(profileFolder, "DevToolsActivePort"), "utf8").catch(() => "");
    const [, port] = /^(\d+)\n/.exec(text) ?? [];
    if (port !== undefined) return port;
    await delay(pollMs);
  }
  throw new AppError("misconfigured", "Chromium's debugger does not listen.");
}
