import { readFile } from "node:fs/promises";
import { everyCollection, everySystemCollection } from "@genie/schema";
import { directusVersion } from "../directus-env.ts";
import { databaseObjects } from "../model/constraints.ts";
import type { Catalog } from "./catalog.ts";

/** Recorded after a bootstrap of an empty database by record-baseline.ts. */
export const baselineFile = new URL(`./directus-${directusVersion}.json`, import.meta.url);

/**
 * What there should be: Directus' own objects with their definitions, and the names of ours. The
 * definitions of ours are compared by their marks and by Directus' own diff.
 */
export async function expectedCatalog(): Promise<{ exact: Catalog; ours: Set<string> }> {
  const baseline: Record<string, string> = JSON.parse(await readFile(baselineFile, "utf8"));
  return { exact: new Map(Object.entries(baseline)), ours: new Set(namesOfOurs()) };
}

function* namesOfOurs(): Generator<string> {
  for (const { name, fields } of [...everyCollection, ...everySystemCollection]) {
    if (!name.startsWith("directus_")) {
      yield `table ${name}`;
      yield `index ${name}_pkey`;
      yield `constraint ${name}.${name}_pkey`;
    }
    for (const [field, { kind, reference, index, unique }] of Object.entries(fields)) {
      if (kind === "list") continue;
      yield `column ${name}.${field}`;
      if (reference) yield `constraint ${name}.${name}_${field}_foreign`;
      if (unique) {
        yield `index ${name}_${field}_unique`;
        yield `constraint ${name}.${name}_${field}_unique`;
      } else if (index) {
        yield `index ${name}_${field}_index`;
      }
    }
  }
  for (const { kind, table, name, parts = [] } of databaseObjects()) {
    yield* parts;
    if (kind === "index" || table === null) yield `${kind} ${name}`;
    else yield `${kind} ${table}.${name}`;
    // A unique constraint brings an index of its name.
    if (kind === "constraint" && name.endsWith("_key")) yield `index ${name}`;
  }
}
