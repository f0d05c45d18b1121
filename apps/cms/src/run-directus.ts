import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { directusEnv } from "./directus-env.ts";
import type { Env } from "./env.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Turns this process into `directus <command>`; it does not return. */
export async function runDirectus(env: Env, command: "bootstrap" | "start"): Promise<void> {
  // Directus reads the manifest of its project and the extensions from the working directory.
  process.chdir(root);
  // oxlint-disable-next-line node/no-process-env
  Object.assign(process.env, directusEnv(env));
  process.argv.splice(2, process.argv.length, command);
  const manifest = createRequire(import.meta.url).resolve("directus/package.json");
  await import(join(dirname(manifest), "cli.js"));
}
