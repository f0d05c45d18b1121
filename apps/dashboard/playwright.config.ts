import { defineConfig, type PlaywrightTestOptions } from "@playwright/test";
import { chromiumPath } from "./e2e/e2e-env.ts";

const executablePath = chromiumPath();
const desktop: Partial<PlaywrightTestOptions> = { viewport: { width: 1440, height: 900 } };
const phone: Partial<PlaywrightTestOptions> = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results/runs",
  reporter: [["list"]],
  fullyParallel: true,
  workers: 2,
  // For hangs alone: two journeys share two cores with the whole stack, on slow machines too.
  timeout: 600_000,
  expect: { timeout: 180_000 },
  use: {
    actionTimeout: 60_000,
    // nginx stands in front with a certificate of the test's own.
    ignoreHTTPSErrors: true,
    reducedMotion: "reduce",
    colorScheme: "light",
    // Snapshots of the page tell what happened; pictures of each step cost a tenth of the time.
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // What does not depend on the size of the screen is tagged @once, and runs on the desktop.
  projects: [
    { name: "desktop", use: desktop, grep: /@once/ },
    { name: "phone", use: phone, grepInvert: /@once/ },
    // What the phone has shown, on the desktop: not in `npm test`, whose time it would double.
    { name: "wide", use: desktop, grepInvert: /@once/ },
    // Those of README.md and docs.
    { name: "pictures", testMatch: "**/pictures.ts" },
  ],
});
