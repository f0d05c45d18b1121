/** The folders at the top of the repository, also when one of them has gone. */
const rooms = ["apps", "packages", "tooling", "deploy", "docs", "bench", "scripts", ".ci"];

const pathPattern = /^\.{0,2}[\w@.-]+(\/[\w@.[\]()-]+)+\/?$/;

export type CitedPath = { path: string; line: number };

/** The repository paths that a page cites in backticks, without those in code blocks. */
export function citedPaths(markdown: string): CitedPath[] {
  let fence: string | null = null;
  const cited: CitedPath[] = [];
  for (const [index, text] of markdown.split("\n").entries()) {
    const mark = text.match(/^\s*(```+|~~~+)/)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      continue;
    }
    if (fence !== null) continue;
    for (const [, code = ""] of text.matchAll(/`([^`]+)`/g)) {
      if (isRepositoryPath(code)) cited.push({ path: code, line: index + 1 });
    }
  }
  return cited;
}

/** True for `apps/cms/src` and for `src/env.ts`, not for a route, a media type or a package name. */
export function isRepositoryPath(code: string): boolean {
  if (!pathPattern.test(code) || code.startsWith("@")) return false;
  const [first = ""] = code.split("/");
  return rooms.includes(first) || /\.(ts|tsx|mjs|js|json|md|sql|sh|ya?ml|css|svg)$/.test(code);
}
