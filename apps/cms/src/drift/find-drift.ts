import { readDataset } from "@genie/taxonomy";
import { accessChanges } from "../apply/apply-access.ts";
import { flowChanges } from "../apply/apply-flows.ts";
import { imageChanges } from "../apply/apply-images.ts";
import { mappingDrift } from "../apply/apply-mapping.ts";
import { carriesMark, keyOf, readMarks } from "../apply/apply-objects.ts";
import { panelChanges } from "../apply/apply-panel.ts";
import { describeDiff, schemaDiff } from "../apply/apply-schema.ts";
import { seedChanges } from "../apply/apply-seed.ts";
import { settingsChanges } from "../apply/apply-settings.ts";
import type { Api } from "../apply/client.ts";
import type { Database } from "../database.ts";
import { databaseObjects } from "../model/constraints.ts";
import { readCatalog } from "./catalog.ts";
import { expectedCatalog } from "./expected-catalog.ts";

/** Every difference between the code and what runs, each as one line of text; empty when in step. */
export async function findDrift(api: Api, database: Database): Promise<string[]> {
  const diff = await schemaDiff(api);
  return [
    ...(diff ? describeDiff(diff).map(({ what }) => `data model: ${what}`) : []),
    ...(await catalogDrift(database)).map((what) => `database: ${what}`),
    ...(await imageChanges(api)).map(({ what }) => `settings: ${what}`),
    ...(await settingsChanges(api)).map(({ what }) => what),
    ...(await accessChanges(api)).map(({ what }) => `rights: ${what}`),
    ...(await seedChanges(api)).map(({ what }) => `seed: ${what}`),
    ...(await mappingDrift(database, readDataset())).map((what) => `seed: ${what}`),
    ...(await flowChanges(api)).map(({ what }) => `flows: ${what}`),
    ...(await panelChanges(api)).map(({ what }) => `panel: ${what}`),
  ];
}

async function catalogDrift(database: Database): Promise<string[]> {
  const live = await readCatalog(database);
  const { exact, ours } = await expectedCatalog();
  const marks = await readMarks(database);
  return [
    ...[...live.keys()]
      .filter((key) => !exact.has(key) && !ours.has(key))
      .map((key) => `${key} is not in the code`),
    ...[...exact]
      .filter(([key, definition]) => live.has(key) && live.get(key) !== definition)
      .map(([key]) => `${key} of Directus was changed to: ${live.get(key)}`),
    ...[...exact.keys(), ...ours].filter((key) => !live.has(key)).map((key) => `${key} is missing`),
    ...databaseObjects()
      .filter((object) => {
        const key = keyOf(object);
        return marks.has(key) && !carriesMark(object, marks.get(key) ?? null);
      })
      .map(({ kind, name }) => `${kind} ${name} is not as the code defines it`),
  ].toSorted();
}
