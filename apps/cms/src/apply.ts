import { parseArgs } from "node:util";
import { parseKeyRing } from "@genie/crypto";
import { readDataset } from "@genie/taxonomy";
import { accessChanges } from "./apply/apply-access.ts";
import { flowChanges } from "./apply/apply-flows.ts";
import { imageChanges } from "./apply/apply-images.ts";
import { applyObjects } from "./apply/apply-objects.ts";
import { applyMapping } from "./apply/apply-mapping.ts";
import { panelChanges } from "./apply/apply-panel.ts";
import { applySchema } from "./apply/apply-schema.ts";
import { seedChanges } from "./apply/apply-seed.ts";
import { settingsChanges } from "./apply/apply-settings.ts";
import { adminApi } from "./apply/client.ts";
import { forgetHistory } from "./apply/forget-history.ts";
import { markBootstrapped } from "./bootstrap-mark.ts";
import { withDatabase } from "./database.ts";
import { readEnv } from "./env.ts";
import { exitWithSentence } from "./exit-with-sentence.ts";
import { keepCanaries } from "./keep-canaries.ts";

try {
  const env = readEnv();
  const { values } = parseArgs({
    options: { "allow-delete": { type: "boolean", default: false } },
  });
  const api = adminApi(env);
  const counts = {
    schema: await applySchema(api, { allowDelete: values["allow-delete"] }),
    database: await withDatabase(env, async (database) => {
      await markBootstrapped(database);
      return applyObjects(database);
    }),
    // After the schema, so that no more of it comes.
    history: await withDatabase(env, forgetHistory),
    images: await applyAll(await imageChanges(api)),
    settings: await applyAll(await settingsChanges(api)),
    access: await applyAll(await accessChanges(api)),
    seed: await applyAll(await seedChanges(api)),
    // After the concepts, which the tags refer to.
    tags: await withDatabase(env, (database) => applyMapping(database, readDataset())),
    flows: await applyAll(await flowChanges(api)),
    panel: await applyAll(await panelChanges(api)),
    keys: await withDatabase(env, (database) =>
      keepCanaries(database, parseKeyRing(env.SEALING_KEYS, env.SEALING_PRIMARY_KEY)),
    ),
  };
  process.stdout.write(`${JSON.stringify({ applied: counts })}\n`);

  async function applyAll(changes: { apply: (a: typeof api) => Promise<unknown> }[]) {
    for (const { apply } of changes) await apply(api);
    return changes.length;
  }
} catch (error) {
  exitWithSentence(error);
}
