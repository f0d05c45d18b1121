import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../paths.ts";

const folder = join(repositoryRoot, "docs", "images");
const kept = readdirSync(folder).toSorted();
const read = (path: string) => readFileSync(join(repositoryRoot, path), "utf8");

/** Those that pages show, as paths from the root. */
const shown = globSync(["README.md", "docs/*.md"], { cwd: repositoryRoot }).flatMap((page) =>
  [...read(page).matchAll(/!\[[^\]]+\]\(([^)]+)\)|<img src="([^"]+)"/g)].map(([, a, b]) =>
    join(dirname(page), a ?? b ?? ""),
  ),
);

describe("the pictures of the pages", () => {
  it("are all there, and none is there that no page shows", () => {
    const paths = kept.map((name) => relative(repositoryRoot, join(folder, name)));
    expect([...new Set(shown)].toSorted()).toEqual(paths);
  });

  it("are all made by npm test -- pictures", () => {
    const made = [...read("apps/dashboard/e2e/pictures.ts").matchAll(/keep\(.*"([\w-]+)"\)/g)];
    expect(made.map(([, name]) => `${name}.webp`).toSorted()).toEqual(kept);
  });

  it.each(kept)("load quickly: %s", (name) => {
    expect(statSync(join(folder, name)).size).toBeLessThan(150_000);
  });
});
