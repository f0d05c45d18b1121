import { writeFile } from "node:fs/promises";
import { withDatabase } from "../database.ts";
import { readEnv } from "../env.ts";
import { readCatalog } from "./catalog.ts";
import { baselineFile } from "./expected-catalog.ts";

// Run once for a new version of Directus, on an empty database right after its bootstrap.
const catalog = await withDatabase(readEnv(), readCatalog);
const sorted = Object.fromEntries([...catalog].toSorted(([a], [b]) => a.localeCompare(b)));
await writeFile(baselineFile, `${JSON.stringify(sorted, null, 2)}\n`);
