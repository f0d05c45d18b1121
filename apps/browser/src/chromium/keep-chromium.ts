import type { Logger } from "@genie/logger";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { type EgressProxy, startEgressProxy } from "../egress/start-egress-proxy.ts";
import type { ModelHelp } from "../guide/session-help.ts";
import { endChromium, launchChromium } from "./launch-chromium.ts";
import { launchOwnChromium } from "./launch-own-chromium.ts";

/** A context with its one page, and how it is closed. `debuggerHost` is null in a shared Chromium. */
export type OpenContext = {
  context: BrowserContext;
  page: Page;
  debuggerHost: string | null;
  close: () => Promise<void>;
};

export type Chromium = Awaited<ReturnType<typeof keepChromium>>;
export type ChromiumOptions = {
  executablePath: string;
  folder: string;
  /** With a language model each session has a Chromium of its own. `origin` is its extension's. */
  model: (ModelHelp & { origin: string }) | null;
  log: Logger;
};

/**
 * One Chromium for all sessions: started when it is first needed, and again after it went away. With a
 * language model there is one for each session instead, because the model's eyes are an extension.
 */
export async function keepChromium({ executablePath, folder, model, log }: ChromiumOptions) {
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

  const shared = async (): Promise<Browser> => {
    running ??= launch();
    try {
      return await running;
    } catch (error) {
      running = null;
      throw error;
    }
  };

  return {
    model,

    /** Opens a context that gets out through `proxy`. Throws `misconfigured` when Chromium does not start. */
    async open(options: BrowserContextOptions, proxy: EgressProxy): Promise<OpenContext> {
      if (model !== null) {
        return openOwn({ executablePath, folder, proxy, origin: model.origin }, options);
      }
      const browser = await shared();
      const context = await browser.newContext({ ...options, proxy: { server: proxy.url } });
      const close = () => context.close().catch(() => {});
      try {
        return { context, page: await context.newPage(), debuggerHost: null, close };
      } catch (error) {
        await close();
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

async function openOwn(
  options: { executablePath: string; folder: string; proxy: EgressProxy; origin: string },
  contextOptions: BrowserContextOptions,
): Promise<OpenContext> {
  const { executablePath, folder, proxy, origin: extensionOrigin } = options;
  const profileFolder = join(folder, `profile-${randomUUID()}`);
  const removeProfile = () => rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const { context, debuggerHost } = await launchOwnChromium(
      { executablePath, folder, proxy, profileFolder, extensionOrigin },
      contextOptions,
    );
    const page = context.pages()[0] ?? (await context.newPage());
    const close = async () => {
      await endChromium(context);
      await removeProfile();
    };
    return { context, page, debuggerHost, close };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}
