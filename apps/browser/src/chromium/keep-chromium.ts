import type { Logger } from "@genie/logger";
import type { Browser } from "playwright-core";
import { startEgressProxy } from "../egress/start-egress-proxy.ts";
import { endChromium, launchChromium } from "./launch-chromium.ts";

export type Chromium = Awaited<ReturnType<typeof keepChromium>>;
export type ChromiumOptions = { executablePath: string; folder: string; log: Logger };

/** One Chromium for all sessions: started when it is first needed, and again after it went away. */
export async function keepChromium({ executablePath, folder, log }: ChromiumOptions) {
  const nowhere = await startEgressProxy({
    isAllowed: () => false,
    onRefused: (host) => log.info({ host }, "a call of Chromium's own was refused"),
  });
  let running: Promise<Browser> | null = null;
  let closed = false;

  const launch = async (): Promise<Browser> => {
    const startedAt = performance.now();
    const browser = await launchChromium({ executablePath, folder, proxy: nowhere });
    browser.once("disconnected", () => {
      running = null;
      if (!closed) log.warn("Chromium has gone; its sessions have ended");
    });
    const startMs = Math.round(performance.now() - startedAt);
    log.info({ version: browser.version(), startMs }, "Chromium started");
    return browser;
  };

  return {
    /** Throws `misconfigured` when Chromium does not start. */
    async browser(): Promise<Browser> {
      running ??= launch();
      try {
        return await running;
      } catch (error) {
        running = null;
        throw error;
      }
    },
    async close(): Promise<void> {
      closed = true;
      const browser = await running?.catch(() => null);
      if (browser) await endChromium(browser);
      await nowhere.close();
    },
  };
}
