import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "../paths.ts";

const Versions = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** The version of the product, and of the Directus that it brings. */
export function releaseVersions(): { product: string; directus: string } {
  const { version: product } = read("package.json");
  const { dependencies } = read(join("apps", "cms", "package.json"));
  return { product, directus: dependencies["directus"] ?? "" };
}

/** Whether a version such as 11.17.4 comes after another. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split(".").map(Number));
  for (let at = 0; at < 3; at += 1) {
    const [a, b] = [one?.[at] ?? 0, other?.[at] ?? 0];
    if (a !== b) return a > b;
  }
  return false;
}

const read = (path: string) =>
  Versions.parse(JSON.parse(readFileSync(join(repositoryRoot, path), "utf8")));
