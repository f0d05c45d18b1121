import type { AskResolver } from "@genie/guarded-fetch";
import type { KeyRing } from "@genie/crypto";
import type { ChatModel } from "@genie/llm";
import type { Logger } from "@genie/logger";
import {
  createReadiness,
  diskHasRoom,
  gauge,
  createProbes,
  parentOf,
  watchProcess,
  watchRequest,
} from "@genie/telemetry";
import { getRequestListener } from "@hono/node-server";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { chromiumIsThere } from "./chromium/chromium-is-there.ts";
import { createBrowsers } from "./chromium/create-browsers.ts";
import { watchMemory } from "./chromium/watch-memory.ts";
import { createApp } from "./create-app.ts";
import { hostResolver } from "./egress/resolve-host.ts";
import { stagehandOrigin } from "./guide/extension.ts";
import { createFindings } from "./guide/findings.ts";
import { listen } from "./http/listen.ts";
import { routeOf } from "./http/route-of.ts";
import type { Tokens } from "./http/need-token.ts";
import { acceptViewers } from "./live/accept-viewers.ts";
import { keepProfiles } from "./profiles/keep-profiles.ts";
import { removeFolder } from "./profiles/remove-folder.ts";
import { createSessionStore } from "./sessions/session-store.ts";

export type BrowserServiceOptions = {
  host: string;
  /** 0 for any free port. */
  port: number;
  tokens: Tokens;
  keyRing: KeyRing;
  /** Holds what is kept of accounts; all else in it is removed at the start and at the end. */
  dataDir: string;
  executablePath: string;
  maxSessions: number;
  /** A session whose Chromium takes more memory is ended. */
  sessionMaxMb: number;
  idleMs?: number;
  /** Of the machine, when none is given. */
  resolver?: AskResolver;
  /** Looks for what a platform has moved on its pages; null: what is not there is `platform_changed`. */
  model?: ChatModel | null;
  /** Bearer token that opens metrics, and sentences on what is wrong. */
  metricsToken?: string | undefined;
  log: Logger;
};
export type BrowserService = { url: string; close: () => Promise<void> };

const usualIdleMs = 5 * 60 * 1000;

/** Starts the service; each session brings its own Chromium. Rejects when the port is taken. */
export async function startBrowserService(options: BrowserServiceOptions): Promise<BrowserService> {
  const { host, dataDir, executablePath, idleMs = usualIdleMs, log } = options;
  const filesFolder = join(dataDir, "files");
  const chromiumFolder = join(dataDir, "chromium");
  await removeTemporary();
  for (const folder of [filesFolder, chromiumFolder]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  const profiles = await keepProfiles(join(dataDir, "profiles"), chromiumFolder);
  const { model = null } = options;
  const browsers = createBrowsers({
    executablePath,
    folder: chromiumFolder,
    profiles,
    model: model && { ask: model.ask, findings: createFindings(), origin: stagehandOrigin() },
  });
  const memory = watchMemory({ maxMb: options.sessionMaxMb, log });
  const sessions = createSessionStore({
    browsers,
    filesFolder,
    maxSessions: options.maxSessions,
    memory,
    resolveHost: hostResolver(options.resolver),
    idleMs,
    log,
  });
  const app = createApp({
    sessions,
    profiles,
    tokens: options.tokens,
    keyRing: options.keyRing,
    log,
  });
  watchProcess("browser");
  gauge({
    name: "genie_browser_sessions_open",
    help: "Browser sessions that are open",
    collect: (metric) => metric.set(sessions.count()),
  });
  const probes = createProbes({
    ready: createReadiness([chromiumIsThere(executablePath), diskHasRoom(dataDir)]),
    token: options.metricsToken,
  });
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (probes(request, response)) return;
    watchRequest(request, response, { route: routeOf, parent: parentOf }, () => {
      void listener(request, response);
    });
  });
  // Longer than those that ask keep an idle connection: a step sent while it is being closed is lost.
  server.keepAliveTimeout = 60_000;
  // Steps and uploads may take longer than Node's usual five minutes.
  server.requestTimeout = 0;
  const viewers = acceptViewers(server, { sessions, tokens: options.tokens, log });
  try {
    const port = await listen(server, host, options.port);
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function close(): Promise<void> {
    server.close();
    await sessions.closeAll();
    profiles.close();
    memory.close();
    viewers.close();
    server.closeAllConnections();
    await removeTemporary();
  }

  /** Also what a service that was killed has left behind: files, and profiles with cookies. */
  async function removeTemporary(): Promise<void> {
    await Promise.all([removeFolder(filesFolder), removeFolder(chromiumFolder)]);
  }
}
