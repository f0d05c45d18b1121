import { createBrowserClient } from "@genie/browser-client";
import { generateKey, parseKeyRing } from "@genie/crypto";
import { createLogger } from "@genie/logger";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { type BrowserServiceOptions, startBrowserService } from "../start-browser-service.ts";

export const token = "browser-token-of-the-tests-0123456789";
export const readerToken = "reader-token-of-the-tests-0123456789";
export const viewerToken = "viewer-token-of-the-tests-0123456789";

/** What seals and opens stored cookies in the tests. */
export const keyRing = parseKeyRing(`1:${generateKey()}`, "1");

/** Where the tests find Chromium; they fail without it. */
export function chromiumPath(): string {
  // oxlint-disable-next-line node/no-process-env
  const given = process.env["CHROMIUM_PATH"];
  const found = [given, "/usr/bin/chromium", chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  if (found) return found;
  throw new Error("There is no Chromium. Install it, or set CHROMIUM_PATH.");
}

/** The service in this process, with a log that can be read. */
export async function startTestService(given: Partial<BrowserServiceOptions> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "browser-test-"));
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const { url, close } = await startBrowserService({
    host: "127.0.0.1",
    port: 0,
    tokens: { full: token, reader: readerToken, viewer: viewerToken },
    keyRing,
    dataDir,
    executablePath: chromiumPath(),
    maxSessions: 4,
    sessionMaxMb: 2000,
    log: createLogger({ service: "browser", level: "trace", destination }),
    ...given,
  });
  return {
    url,
    dataDir,
    lines,
    client: createBrowserClient({ url, token }),
    reader: createBrowserClient({ url, token: readerToken }),
    close,
    [Symbol.asyncDispose]: close,
  };
}
