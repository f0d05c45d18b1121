import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mostImportBytes } from "@genie/schema";
import { expect, it } from "vitest";
import { repositoryRoot } from "../paths.ts";
import { parseSettings } from "../settings.ts";

const site = readFileSync(join(repositoryRoot, "deploy/nginx/genie-helper.conf"), "utf8");

const powers: Record<string, number> = { k: 1, m: 2, g: 3 };

/** What nginx lets through below a path, in bytes. */
function limitBelow(path: string): number {
  const block = site.split(`location ${path} {`)[1]?.split("}")[0] ?? "";
  const [, digits, unit = ""] = /client_max_body_size (\d+)([kmg]?);/.exec(block) ?? [];
  return Number(digits) * 1024 ** (powers[unit] ?? 0);
}

it("nginx lets through what the app takes: imports up to their limit, and the largest video", () => {
  expect(limitBelow("/api/directus/your-data/imports")).toBe(mostImportBytes);
  const { UPLOAD_MAX_MB: video } = parseSettings({}, repositoryRoot);
  const data = limitBelow("/api/directus/");
  expect(data).toBeGreaterThan(video * 1024 ** 2);
  expect(data).toBeLessThan(mostImportBytes);
});
