import { checkCanary, parseKeyRing } from "@genie/crypto";
import { KeyStatus } from "@genie/schema";
import type { Installation } from "@genie/stack";
import { z } from "zod";
import { countOf } from "../keys/describe-keys.ts";
import { adminGet } from "./admin-get.ts";

const Canaries = z.array(z.object({ key_id: z.int(), canary: z.string() }));

/** Whether each key that sealed something is in the key ring, and is that key. */
export async function checkSealingKeys(installation: Installation): Promise<string | null> {
  const { SEALING_KEYS, SEALING_PRIMARY_KEY } = installation.secrets();
  const ring = parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY);
  const [canaries, status] = await Promise.all([
    adminGet(installation, "/items/sealing_keys?limit=-1&fields=key_id,canary", Canaries),
    adminGet(installation, "/keys/status", KeyStatus),
  ]);
  const wrong = canaries.flatMap(({ key_id: id, canary }) =>
    checkCanary(ring, canary) === "wrong_key" ? [id] : [],
  );
  const lacking = status.keys.flatMap(({ id }) =>
    !ring.masters.has(id) && countOf(status, id) > 0 ? [id] : [],
  );
  const ids = [...new Set([...wrong, ...lacking])];
  return ids.length === 0
    ? null
    : `SEALING_KEYS lacks the right key ${ids.join(", ")}. Put it back from your backup of secrets.env.`;
}
