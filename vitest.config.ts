import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/e2e/**"];

// oxlint-disable-next-line import/no-default-export -- vitest wants one
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps,packages,tooling,bench}/**/*.test.{ts,tsx}", "scripts/*.test.mjs"],
          exclude: [...outside, "**/*.int.test.ts"],
          // For hangs alone: a busy machine may take its time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["{apps,packages,tooling,bench}/**/*.int.test.ts"],
          exclude: outside,
          // All files share one Directus on two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
