import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/e2e/**"];

/** Integration tests that touch nothing of the stack but what its sandbox and browser service do for adapters. */
const apart = [
  "apps/{browser,sandbox}/**/*.int.test.ts",
  "apps/cms/src/storage/*.int.test.ts",
  "packages/media/**/*.int.test.ts",
  "packages/platforms/src/{recipe,sandbox,sandbox-api}/*.int.test.ts",
  "tooling/stack/src/{run-start,start,supervision/*}.int.test.ts",
];

const integration = {
  // All files of a project share its servers, on two cores.
  fileParallelism: false,
  // For hangs alone, as is each limit of time in a test.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000, interval: 50 } },
};

// oxlint-disable-next-line import/no-default-export -- vitest wants one
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{apps,packages,tooling,bench,integrations}/**/*.test.{ts,tsx}",
            "scripts/*.test.mjs",
          ],
          exclude: [...outside, "**/*.int.test.ts"],
          // Files leave nothing behind, and two thirds of the time went into loading the same modules anew.
          isolate: false,
          // For hangs alone: a busy machine may take its time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["{apps,packages,tooling,bench,integrations}/**/*.int.test.ts"],
          exclude: [...outside, ...apart],
          ...integration,
        },
      },
      {
        // Runs beside the others in `npm test`, with a sandbox and a browser service of its own.
        test: { name: "apart", include: apart, exclude: outside, ...integration },
      },
    ],
  },
});
