import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { directusEnv } from "../directus-env.ts";
import { readEnv } from "../env.ts";
import { type Layer, writesOf } from "./writes-of.ts";

// For the tests: prints, on its last line, each route of Directus and the gate that is no read.
process.chdir(join(import.meta.dirname, "..", ".."));
// oxlint-disable-next-line node/no-process-env
Object.assign(process.env, directusEnv(readEnv()));
const directus = createRequire(import.meta.url).resolve("directus/package.json");
const path = createRequire(directus).resolve("@directus/api/app");
// What express 4 keeps its routes in.
const router = "_router";
const { default: createApp }: { default: () => Promise<{ [router]: { stack: Layer[] } }> } =
  await import(pathToFileURL(path).href);
const { [router]: found } = await createApp();
process.stdout.write(`\n${JSON.stringify(writesOf(found.stack))}\n`, () => process.exit(0));
