import type { StartRequest } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import type { LookupFunction } from "node:net";
import { join } from "node:path";
import type { BrowserContextOptions, Page, Request } from "playwright-core";
import type { Browsers, OpenBrowser } from "../chromium/create-browsers.ts";
import { killProcess } from "../chromium/end-chromium.ts";
import type { MemoryWatch } from "../chromium/watch-memory.ts";
import { readAllowedHosts } from "../egress/allowed-hosts.ts";
import { startEgressProxy } from "../egress/start-egress-proxy.ts";
import { createSessionHelp } from "../guide/session-help.ts";
import { ended, type Session, usualView } from "./session.ts";

export type OpenSessionOptions = {
  filesFolder: string;
  memory: MemoryWatch;
  resolveHost: LookupFunction;
  log: Logger;
};
export type OpenSession = { session: Session; close: () => Promise<void> };

/**
 * Opens a browser that gets out through a proxy of its own, to its allowed hosts only. Throws
 * `invalid_input` for hosts, a locale or a time zone that are none, `misconfigured` when Chromium does
 * not start.
 */
export async function openSession(
  browsers: Browsers,
  request: StartRequest,
  { filesFolder, memory, resolveHost, log }: OpenSessionOptions,
): Promise<OpenSession> {
  const isAllowed = readAllowedHosts(request.allowed_hosts);
  const region = readRegion(request);
  const id = randomUUID();
  const folder = join(filesFolder, id);
  const onRefused = (host: string) => log.info({ sessionId: id, host }, "host refused");
  let opened: OpenBrowser | null = null;
  const proxy = await startEgressProxy({
    isAllowed,
    resolveHost,
    onRefused,
    ...(browsers.model && {
      extension: { host: () => opened?.debuggerHost ?? null, origin: browsers.model.origin },
    }),
  });
  const ending = new AbortController();
  let session: Session | null = null;

  const close = async (): Promise<void> => {
    ending.abort(ended("The browser session was closed."));
    // First the way out: nothing that is still on its way may arrive after this.
    await proxy.close();
    await session?.help?.guide.close();
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  };

  try {
    const options: BrowserContextOptions = {
      ...region,
      ...(request.user_agent === undefined ? {} : { userAgent: request.user_agent }),
      serviceWorkers: "block",
      acceptDownloads: false,
      viewport: usualView,
    };
    opened = await browsers.open(options, { proxy, account: request.account?.toLowerCase() });
    const { context, page, pid, debuggerHost, removed } = opened;
    session = {
      id,
      userAgent: await page.evaluate(() => navigator.userAgent),
      context,
      page,
      isAllowed,
      resolveHost,
      folder,
      files: new Map(),
      document: { response: null, failedUrl: null },
      help:
        browsers.model === null || debuggerHost === null
          ? null
          : createSessionHelp(browsers.model, page, { debuggerHost, ending: ending.signal }),
      ending,
    };
    watch(session, removed);
    memory.watch(pid, ending.signal, (mb) => {
      log.warn({ sessionId: id, mb }, "page ended for its memory");
      const most = `more than ${memory.maxMb} MB of memory`;
      ending.abort(ended(`The page took ${most}, so its browser was ended.`));
      killProcess(pid);
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { session, close };
  } catch (cause) {
    await close();
    if (cause instanceof AppError) throw cause;
    const sentence =
      "Chromium went away before the session was open. Nothing was done on the platform.";
    throw new AppError("upstream_unavailable", sentence, { cause });
  }
}

function watch({ context, page, document, ending }: Session, removed: AbortSignal): void {
  const ofDocument = (request: Request) => request.isNavigationRequest() && isMain(page, request);
  page.on("response", (response) => {
    if (ofDocument(response.request())) document.response = response;
  });
  page.on("requestfailed", (request) => {
    if (ofDocument(request)) document.failedUrl = request.url();
  });
  page.once("crash", () => ending.abort(ended("The page crashed in the browser.")));
  context.once("close", () => ending.abort(ended("Chromium crashed.")));
  const onRemoved = () => ending.abort(ended("What the browser kept of this account was removed."));
  if (removed.aborted) onRemoved();
  removed.addEventListener("abort", onRemoved, { once: true });
  context.on("page", (other) => {
    if (other !== page) other.close().catch(() => {});
  });
}

function isMain(page: Page, request: Request): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    // A frame that is gone already.
    return false;
  }
}

function readRegion({ locale, timezone }: StartRequest) {
  try {
    const known = new Intl.DateTimeFormat(locale, { timeZone: timezone }).resolvedOptions();
    return {
      ...(locale === undefined ? {} : { locale }),
      ...(timezone === undefined ? {} : { timezoneId: known.timeZone }),
    };
  } catch (cause) {
    throw new AppError("invalid_input", "The locale or the time zone is not known.", { cause });
  }
}
