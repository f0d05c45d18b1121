import { AppError } from "@genie/errors";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { didNotStart, launchOptions, type LaunchOptions, quietFlags } from "./launch-chromium.ts";

export type OwnChromium = {
  context: BrowserContext;
  /** Where its debugger listens: `127.0.0.1:<port>`. */
  debuggerHost: string;
};

const portTimeoutMs = 10_000;
const pollMs = 20;

/**
 * Starts a Chromium with one context, in a profile folder that is removed by who made it. Extensions
 * don't work in the contexts of a shared one. Its debugger listens on loopback, at a port that Chromium
 * chooses, and takes WebSockets of no web page but those of `extensionOrigin`.
 * Throws `misconfigured` when it does not come up.
 */
export async function launchOwnChromium(
  options: LaunchOptions & { profileFolder: string; extensionOrigin: string },
  contextOptions: BrowserContextOptions,
): Promise<OwnChromium> {
  const { profileFolder, extensionOrigin } = options;
  let context: BrowserContext | null = null;
  try {
    await forgetPasswords(profileFolder);
    context = await chromium.launchPersistentContext(profileFolder, {
      ...launchOptions(options),
      ...contextOptions,
      ignoreDefaultArgs: ["--disable-extensions"],
      args: [
        ...quietFlags,
        "--remote-debugging-port=0",
        `--remote-allow-origins=${extensionOrigin}`,
        "--enable-unsafe-extension-debugging",
      ],
    });
    return { context, debuggerHost: `127.0.0.1:${await readDebuggerPort(profileFolder)}` };
  } catch (cause) {
    await context?.close().catch(() => {});
    throw didNotStart(options, cause);
  }
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
