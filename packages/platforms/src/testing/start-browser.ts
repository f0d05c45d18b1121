import { randomBytes } from "node:crypto";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type BrowserUnderTest = {
  url: string;
  token: string;
  /** All that it has written so far, on both outputs. */
  log: () => string;
  close: () => Promise<void>;
};

const main = new URL("../../../../apps/browser/src/main.ts", import.meta.url).pathname;

/** A browser service as it runs in production, with a language model if one is named. */
export async function startBrowser(
  model: { url: string; model: string; key: string } | null,
): Promise<BrowserUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "browser-of-platforms-"));
  const [token, reader, viewer, key] = [1, 2, 3, 4].map(() => randomBytes(32).toString("base64"));
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: "/usr/local/bin:/usr/bin:/bin",
      HOME: folder,
      BROWSER_PORT: "0",
      BROWSER_TOKEN: token,
      BROWSER_READER_TOKEN: reader,
      BROWSER_VIEWER_TOKEN: viewer,
      BROWSER_DATA_DIR: join(folder, "data"),
      CHROMIUM_PATH: chromiumPath(),
      SEALING_KEYS: `1:${key}`,
      SEALING_PRIMARY_KEY: "1",
      LOG_LEVEL: "debug",
      ...(model && { LLM_BASE_URL: model.url, LLM_MODEL: model.model, LLM_API_KEY: model.key }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => (log += text));
  }
  const url = await listening(child, () => log);
  const close = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, token: token ?? "", log: () => log, close };
}

async function listening(child: ChildProcess, log: () => string): Promise<string> {
  while (child.exitCode === null) {
    const [, url] = /"url":"([^"]+)","msg":"browser service listening"/.exec(log()) ?? [];
    if (url !== undefined) return url;
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
  throw new Error(`The browser service did not start: ${log()}`);
}

function chromiumPath(): string {
  // oxlint-disable-next-line node/no-process-env
  return process.env["CHROMIUM_PATH"] || "/usr/bin/chromium";
}
