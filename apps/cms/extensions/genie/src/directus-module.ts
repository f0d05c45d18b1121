import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** A module of Directus that extensions are not handed, such as `@directus/api/emitter`: the one that runs. */
export async function importFromDirectus<Module>(specifier: string): Promise<Module> {
  const directus = createRequire(import.meta.url).resolve("directus/package.json");
  // From where Directus itself finds it, or it might be another copy with a state of its own.
  const path = createRequire(directus).resolve(specifier);
  return (await import(pathToFileURL(path).href)) as Module;
}
