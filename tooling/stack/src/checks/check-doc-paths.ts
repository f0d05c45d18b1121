import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { citedPaths } from "./doc-paths.ts";

const pages = [
  "README.md",
  "AGENTS.md",
  "docs/**/*.md",
  "{apps,packages,tooling}/*/README.md",
  "bench/README.md",
];

/** A sentence for each path that a page cites and that does not exist, from the root or from the page. */
export function checkDocPaths(root: string): string[] {
  const ignored = ignoredFolders(root);
  const found = globSync(pages, { cwd: root }).toSorted();
  return found.flatMap((page) =>
    citedPaths(readFileSync(join(root, page), "utf8"))
      .filter(({ path }) => !ignored.some((folder) => path.startsWith(folder)))
      .filter(({ path }) => !existsSync(join(root, path)))
      .filter(({ path }) => !existsSync(join(root, dirname(page), path)))
      .map(({ path, line }) => `${page}:${line} cites \`${path}\`, which does not exist.`),
  );
}

function ignoredFolders(root: string): string[] {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split("\n");
  return lines.filter((line) => line.endsWith("/") && !line.includes("*"));
}
