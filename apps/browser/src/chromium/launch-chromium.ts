import { AppError } from "@genie/errors";
import { setTimeout as delay } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import type { EgressProxy } from "../egress/start-egress-proxy.ts";

export type LaunchOptions = {
  executablePath: string;
  /** Profiles, caches and what Chromium forgets to remove go here. */
  folder: string;
  /** The way out for what belongs to no session; it should lead nowhere. */
  proxy: EgressProxy;
};

const launchTimeoutMs = 60_000;
const closeTimeoutMs = 5000;

/** Starts Chromium. Throws `misconfigured` when it does not come up. */
export async function launchChromium(options: LaunchOptions) {
  try {
    return await chromium.launch({ ...launchOptions(options), args: [...quietFlags] });
  } catch (cause) {
    throw didNotStart(options, cause);
  }
}

/**
 * How every Chromium is started: quiet, headless, with nothing of ours in its environment, and left to
 * us to end.
 */
export function launchOptions({ executablePath, folder, proxy }: LaunchOptions) {
  return {
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
  };
}

export function didNotStart({ executablePath }: LaunchOptions, cause: unknown): AppError {
  const sentence = `Chromium at ${executablePath} did not start, so nothing was done on the platform. Check that it runs, or set CHROMIUM_PATH to one that does.`;
  return new AppError("misconfigured", sentence, { cause });
}

/** Ends Chromium. One that hangs is left to Playwright, which kills it when this process exits. */
export async function endChromium(browser: Browser | BrowserContext): Promise<void> {
  const patience = delay(closeTimeoutMs, undefined, { ref: false });
  await Promise.race([browser.close().catch(() => {}), patience]);
}

/**
 * What Chromium must not do behind our back. The last `--disable-features` wins, so Playwright's own
 * list is repeated in it; a test compares the two.
 */
export const quietFlags = [
  `--disable-features=${[
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "msForceBrowserSignIn",
    // It sends the shape of every form to Google.
    "AutofillServerCommunication",
  ].join(",")}`,
  // Neither has a switch that turns all of it off, and Chromium calls no forbidden port.
  "--component-updater=url-source=http://127.0.0.1:9/",
  "--gaia-url=http://127.0.0.1:9",
  "--disable-domain-reliability",
  "--no-pings",
  // WebRTC would go round the proxy.
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
] as const;

/** Chromium gets no variable of ours, tokens least of all. */
function bareEnv(folder: string): Record<string, string> {
  return { HOME: folder, TMPDIR: folder, PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8" };
}
