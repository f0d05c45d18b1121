import { describe, expect, it } from "vitest";
import { citedPaths, isRepositoryPath } from "./doc-paths.ts";

describe("isRepositoryPath", () => {
  it.each([
    "apps/cms",
    "packages/crypto/src/seal.ts",
    ".ci/run",
    "docs/adr/",
    "src/env.ts",
    "../seed/notes.md",
    "apps/dashboard/src/app/posts/[id]/page.tsx",
  ])("%s is one", (code) => {
    expect(isRepositoryPath(code)).toBe(true);
  });

  it.each([
    "npm start",
    "settings.ts",
    "/api/register",
    "application/json",
    "@genie/crypto",
    "http://localhost:3100",
    "packages/*",
    "apps/<name>",
    "read/write",
    "$DATA/logs/x.md",
  ])("%s is none", (code) => {
    expect(isRepositoryPath(code)).toBe(false);
  });
});

describe("citedPaths", () => {
  it("finds the paths with their lines and leaves out code blocks", () => {
    const page = [
      "See `apps/cms` and `npm start`.",
      "```sh",
      "cat `apps/gone`",
      "```",
      "Then `docs/proof.md`.",
    ];
    expect(citedPaths(page.join("\n"))).toEqual([
      { path: "apps/cms", line: 1 },
      { path: "docs/proof.md", line: 5 },
    ]);
  });
});
