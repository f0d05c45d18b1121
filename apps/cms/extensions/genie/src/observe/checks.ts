import { checkCanary, sealedKeyId } from "@genie/crypto";
import { queueTrouble } from "@genie/jobs";
import { type Check, diskHasRoom } from "@genie/telemetry";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";

/** What Directus and the gate need for their work. */
export function checksOf({ database, env: variables }: Context): Check[] {
  const { keyRing, queues, storageFolder } = gateEnv(variables);
  return [
    {
      part: "database",
      find: async () => {
        try {
          await database.raw("select 1");
          return null;
        } catch {
          return "The database does not answer, so nothing can be read or saved; what is stored is safe. Look whether PostgreSQL runs.";
        }
      },
    },
    { part: "queues", find: async () => (await queueTrouble(queues))?.sentence ?? null },
    {
      part: "keys",
      find: async () => {
        const canaries = await database("sealing_keys").pluck<string[]>("canary");
        const wrong = canaries.filter((canary) => checkCanary(keyRing, canary) !== "ok");
        return wrong.length === 0
          ? null
          : `SEALING_KEYS lacks the right key ${wrong.map(sealedKeyId).join(", ")}, so some stored log-ins can't be opened; they are safe. Put it back from your backup and restart.`;
      },
    },
    ...(storageFolder === null ? [] : [diskHasRoom(storageFolder)]),
  ];
}
