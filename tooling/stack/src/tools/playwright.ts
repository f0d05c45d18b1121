import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "../paths.ts";

const run = promisify(execFile);
const browsers = join(repositoryRoot, ".tools", "browsers");

/** The Chromium that Playwright has downloaded for us, or null. */
export async function playwrightChromium(): Promise<string | null> {
  const folder = playwrightFolder();
  if (folder === null || !existsSync(browsers)) return null;
  const ask = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const { stdout } = await run(process.execPath, ["-e", ask], {
    cwd: folder,
    env: { PLAYWRIGHT_BROWSERS_PATH: browsers },
  });
  return existsSync(stdout) ? stdout : null;
}

/** The command that downloads Chromium into our own tools folder. */
export function playwrightInstall(): { args: string[]; env: Record<string, string> } | null {
  const folder = playwrightFolder();
  if (folder === null) return null;
  return {
    args: [join(folder, "cli.js"), "install", "--no-shell", "chromium"],
    env: { PLAYWRIGHT_BROWSERS_PATH: browsers },
  };
}

function playwrightFolder(): string | null {
  try {
    const fromDashboard = createRequire(join(repositoryRoot, "apps/dashboard/package.json"));
    const fromTest = createRequire(fromDashboard.resolve("@playwright/test/package.json"));
    return dirname(
      createRequire(fromTest.resolve("playwright/package.json")).resolve(
        "playwright-core/package.json",
      ),
    );
  } catch {
    return null;
  }
}
